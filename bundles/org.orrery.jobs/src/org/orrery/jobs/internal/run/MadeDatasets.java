package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.JournalEntry.KeptFile;

/** Puts the data sets that committed units have left into the catalogue. Doing it twice does no harm. Thread-safe. */
final class MadeDatasets {
    /** What the ids of such artifacts begin with. */
    static final String PREFIX = "dataset.";
    private final RunServices services;
    private final long run;
    private final RunRequest request;

    MadeDatasets(RunServices services, long run, RunRequest request) {
        this.services = services;
        this.run = run;
        this.request = request;
    }

    /** Whether that commit left any. */
    static boolean any(Committed commit) {
        return commit.files().stream().anyMatch(file -> file.id().startsWith(PREFIX));
    }

    /** Registers them; does nothing in a process that leaves the catalogue to its owner. The unit has succeeded whatever happens here: the files are there, and the log says what is wrong. */
    void register(Committed commit) {
        if (services.catalog().isEmpty()) {
            return;
        }
        Catalog catalog = services.catalog().get();
        for (KeptFile file : commit.files()) {
            if (file.id().startsWith(PREFIX)) {
                try {
                    register(catalog, commit.unit(), file);
                } catch (DataException | IOException e) {
                    services.reporter().report("The data set " + file.id() + " of run " + run + " could not be put into the catalogue", e);
                }
            }
        }
    }

    private void register(Catalog catalog, String unit, KeptFile file) throws DataException, IOException {
        String name = Messages.bind(Messages.MadeDatasets_name, file.id().substring(PREFIX.length()), Long.toString(run));
        Lineage lineage = new Lineage(run, request.analysis(), unit,
                request.inputs().values().stream().flatMap(List::stream).map(Dataset::sha256).toList());
        Optional<Dataset> there = catalog.datasets().stream().filter(each -> each.name().equals(name)).findFirst();
        if (there.isPresent() && there.get().sha256().equals(file.sha256()) && catalog.lineage(name).equals(Optional.of(lineage))) {
            return;
        }
        Dataset made = services.data().importFile(services.folders().folder(run).artifact(file.id(), file.file()), ReadOptions.DETECT,
                Progress.NONE);
        catalog.put(made.named(name), lineage);
    }
}
