package org.orrery.faults;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.RunDocument;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.testkit.DocumentDifference;

/** What the campaigns share: the product, the same bundles on the class path, folders, and how documents are compared. */
record Bench(Path root, Product product, EngineProgram engine, Path work, boolean longForm) {
    /** The same over a folder in memory where there is one: for faults that are about content, not about the disk. */
    Bench inMemory() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? new Bench(root, product, engine, memory.resolve("orrery-faults-" + ProcessHandle.current().pid()), longForm) : this;
    }

    /** The data of the real analysis. */
    Path churn() {
        return root.resolve("bundles/org.orrery.samples/data/wa_churn.csv");
    }

    /** An empty folder of that name. */
    Path folder(String name) throws IOException {
        Path folder = work.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** The document of a run, read by the bundles of the product. */
    static String document(RunFolders folders, long run) throws RunException, IOException {
        return document(folders.open(run));
    }

    static String document(StoredRun run) throws IOException {
        StringWriter text = new StringWriter();
        RunDocument.of(run).write(text);
        return text.toString();
    }

    /** The document of the first run of a workspace. */
    static String document(Path workspace) throws RunException, IOException {
        return document(new Engine().read(workspace), 1);
    }

    /** The document of the last run of a workspace: a refused submission may use up a number. */
    static String newest(Path workspace) throws RunException, IOException {
        RunFolders folders = new Engine().read(workspace);
        return document(folders, folders.list().get(0).id());
    }

    /** Where two documents differ in what must not differ. */
    static List<DocumentDifference> differences(String expected, String actual) {
        return DocumentDifference.between(expected, actual);
    }

    /** The commits that the journal of the first run holds: what was acknowledged, or was about to be. */
    static Map<String, JournalEntry.Committed> committed(Path workspace) {
        return Map.copyOf(image(workspace).committed());
    }

    /** What the journal of the first run tells; empty when there is none. */
    static RunImage image(Path workspace) {
        RunImage image = new RunImage(false);
        try {
            image.replay(new RunFolder(workspace.resolve("runs/1")));
        } catch (IOException none) {
            return new RunImage(false);
        }
        return image;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
