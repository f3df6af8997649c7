package org.orrery.samples.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import org.orrery.samples.Sample;
import org.orrery.samples.Samples;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The samples in the folder {@code data} of this bundle, as {@code data/samples.properties} lists them. */
@Component
public final class BundledSamples implements Samples {
    private static final String FOLDER = "/data/";

    private final List<Sample> samples;

    /** @throws IOException when the list cannot be read */
    @Activate
    public BundledSamples() throws IOException {
        Properties list = new Properties();
        try (InputStreamReader reader = new InputStreamReader(resource("samples.properties"), StandardCharsets.UTF_8)) {
            list.load(reader);
        }
        List<Sample> found = new ArrayList<>();
        for (String id : list.getProperty("samples").split(" ")) {
            found.add(new Sample(id, list.getProperty(id + ".title"), list.getProperty(id + ".description"),
                    list.getProperty(id + ".licence"), list.getProperty(id + ".source"), list.getProperty(id + ".target")));
        }
        samples = List.copyOf(found);
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = BundledSamples.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new NoSuchFileException(FOLDER + name);
        }
        return stream;
    }

    @Override
    public List<Sample> list() {
        return samples;
    }

    @Override
    public Optional<Sample> find(String id) {
        return samples.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    @Override
    public InputStream open(String id) throws IOException {
        return resource(find(id).orElseThrow(() -> new NoSuchElementException(id)).id() + ".csv");
    }

    @Override
    public Path materialise(String id, Path folder) throws IOException {
        byte[] content;
        try (InputStream stream = open(id)) {
            content = stream.readAllBytes();
        }
        Path file = Files.createDirectories(folder).resolve(id + ".csv");
        if (Files.exists(file)) {
            if (!Arrays.equals(Files.readAllBytes(file), content)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            return file;
        }
        // Two processes may write the same sample at once: each writes aside, and the last rename wins with equal bytes.
        Path aside = Files.createTempFile(folder, id, ".new");
        try {
            Files.write(aside, content);
            move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return file;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
