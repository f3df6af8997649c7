package org.orrery.jobs.internal.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.settings.Nearest;
import org.orrery.data.Dataset;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;

/** One file for each data set, named by a digest: what the user calls it is no file name. */
final class FileCatalog implements Catalog {
    private final DurableFiles files;
    private final Path folder;
    private final Reporter reporter;

    FileCatalog(DurableFiles files, Path folder, Reporter reporter) throws IOException {
        this.files = files;
        this.folder = folder;
        this.reporter = reporter;
        files.createFolders(folder);
    }

    /** Where the catalog of a workspace lies. */
    static Path in(Path workspace) {
        return workspace.resolve("catalog").resolve("datasets");
    }

    @Override
    public synchronized List<Dataset> datasets() {
        return read(folder, reporter);
    }

    /** The data sets in that folder, in order of name; none when it is not there. */
    static List<Dataset> read(Path folder, Reporter reporter) {
        List<Dataset> datasets = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return datasets;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, "*.json")) {
            for (Path child : children) {
                read(child, datasets, reporter);
            }
        } catch (IOException e) {
            reporter.report("The data sets in " + folder + " cannot be listed", e);
        }
        datasets.sort(Comparator.comparing(Dataset::name));
        return List.copyOf(datasets);
    }

    private static void read(Path file, List<Dataset> datasets, Reporter reporter) {
        try {
            datasets.add(PlainJson.read(Files.readAllBytes(file), Dataset.class));
        } catch (IOException e) {
            reporter.report("The data set in " + file + " cannot be read and is left out", e);
        }
    }

    @Override
    public synchronized void put(Dataset dataset) throws IOException {
        files.delete(lineageFile(dataset.name()));
        files.replace(file(dataset.name()), PlainJson.write(dataset));
    }

    @Override
    public synchronized void put(Dataset dataset, Lineage lineage) throws IOException {
        files.replace(lineageFile(dataset.name()), PlainJson.write(lineage));
        files.replace(file(dataset.name()), PlainJson.write(dataset));
    }

    @Override
    public synchronized Optional<Lineage> lineage(String name) throws IOException {
        Path file = lineageFile(name);
        return Files.exists(file) ? Optional.of(PlainJson.read(Files.readAllBytes(file), Lineage.class)) : Optional.empty();
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        files.delete(file(name));
        files.delete(lineageFile(name));
    }

    @Override
    public synchronized Dataset rename(String name, String next) throws IOException, RunException {
        List<String> names = datasets().stream().map(Dataset::name).toList();
        if (!names.contains(name)) {
            throw new RunException(Code.BAD_USAGE, Nearest.hint(Messages.bind(Messages.FileCatalog_none, name), Nearest.of(name, names)));
        }
        if (next.isBlank() || names.contains(next)) {
            throw new RunException(Code.BAD_USAGE, next.isBlank() ? Messages.FileCatalog_blank : Messages.bind(Messages.FileCatalog_taken, next));
        }
        Dataset renamed = PlainJson.read(Files.readAllBytes(file(name)), Dataset.class).named(next);
        Optional<Lineage> lineage = lineage(name);
        // The new name comes first: a crash leaves both, never none.
        if (lineage.isPresent()) {
            put(renamed, lineage.get());
        } else {
            put(renamed);
        }
        remove(name);
        return renamed;
    }

    private Path lineageFile(String name) {
        return folder.resolve(Frame.sha256(name) + ".lineage");
    }

    private Path file(String name) {
        return folder.resolve(Frame.sha256(name) + ".json");
    }
}
