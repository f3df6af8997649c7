package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.internal.store.RunArchive;
import org.orrery.jobs.internal.store.SummaryFile;

/**
 * Takes a run from a file into the workspace.
 *
 * @param folder of all runs
 */
record Adoption(RunServices services, Path folder) {
    /** @return the number */
    long adopt(Path file, long number) throws RunException {
        if (!Files.isRegularFile(file)) {
            throw new RunException(Code.UNREADABLE_FILE, Messages.bind(Messages.Adoption_noFile, file));
        }
        // Recovery deletes a folder of that name, should this be cut short.
        Path made = folder.resolve("." + number + ".new");
        boolean taken = false;
        try {
            RunArchive.read(file, made);
            StoreCalls.write(services, () -> {
                settle(made, number);
                return null;
            });
            taken = true;
        } catch (IOException e) {
            throw StoreCalls.told(e);
        } finally {
            if (!taken) {
                delete(made);
            }
        }
        return number;
    }

    /** Durable before it has a name that counts. */
    private void settle(Path made, long number) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(made)) {
            all = walk.toList();
        }
        for (Path each : all) {
            if (Files.isDirectory(each)) {
                services.files().forceFolder(each);
            } else {
                services.files().force(each);
            }
        }
        services.files().move(made, services.folders().folder(number).path());
        services.files().forceFolder(folder);
        SummaryFile.write(services.files(), services.folders().folder(number));
    }

    private void delete(Path made) throws RunException {
        StoreCalls.write(services, () -> {
            services.files().delete(made);
            return null;
        });
    }
}
