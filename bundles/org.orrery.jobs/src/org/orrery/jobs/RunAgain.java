package org.orrery.jobs;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException.Code;

/**
 * A stored run as a request to do exactly the same again, and what by now differs from then, so that its figures may. Reads files: never to
 * be made on the user interface thread.
 *
 * @param request the same settings, as they had grown, and seed, threads and data as they are now
 * @param differences in sentences; empty when the figures must come out the same
 */
public record RunAgain(RunRequest request, List<Difference> differences) {
    /** Reads a data set as it is by now. */
    @FunctionalInterface
    public interface Reader {
        /**
         * The data set in the same file, read with the same options.
         *
         * @throws RunException when the file cannot be read
         */
        Dataset read(Dataset stored) throws RunException;
    }

    /** What can differ. */
    public enum Kind {
        /** The content of a file. */
        DATA,
        /** A file is gone; what was kept of it is used. */
        DATA_GONE,
        /** The version of the bundle of the analysis. */
        VERSION
    }

    /**
     * Something that is not as it was.
     *
     * @param message a sentence for the user
     */
    public record Difference(Kind kind, String message) {
    }

    public RunAgain {
        differences = List.copyOf(differences);
    }

    /**
     * Looks what differs.
     *
     * @throws RunException unknown-analysis when it is not installed any more; why a file that is there cannot be read
     */
    public static RunAgain of(StoredRun run, AnalysisCatalog catalog, Reader reader) throws RunException {
        RunRequest before = run.request();
        List<Difference> differences = new ArrayList<>();
        AnalysisDescriptor analysis = catalog.find(before.analysis());
        if (!analysis.version().equals(run.analysisVersion())) {
            differences.add(new Difference(Kind.VERSION,
                    NLS.bind(Messages.RunAgain_version, new Object[] {analysis.bundle(), analysis.version(), run.analysisVersion()})));
        }
        Map<String, List<Dataset>> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, List<Dataset>> input : before.inputs().entrySet()) {
            List<Dataset> now = new ArrayList<>();
            for (Dataset stored : input.getValue()) {
                now.add(read(stored, reader, differences));
            }
            inputs.put(input.getKey(), now);
        }
        RunRequest request = new RunRequest(before.analysis(), before.name(), inputs, before.settings(), before.seed(), before.threads(), before.isolation());
        return new RunAgain(request, differences);
    }

    private static Dataset read(Dataset stored, Reader reader, List<Difference> differences) throws RunException {
        Optional<Dataset> now = now(stored, reader);
        if (now.isEmpty()) {
            differences.add(new Difference(Kind.DATA_GONE, NLS.bind(Messages.RunAgain_gone, stored.name(), stored.source())));
            return stored;
        }
        if (!now.get().sha256().equals(stored.sha256())) {
            differences.add(new Difference(Kind.DATA, NLS.bind(Messages.RunAgain_data,
                    new Object[] {stored.name(), stored.source(), Long.toString(stored.rows()), Long.toString(now.get().rows())})));
            return now.get();
        }
        return stored;
    }

    private static Optional<Dataset> now(Dataset stored, Reader reader) throws RunException {
        try {
            return Optional.of(reader.read(stored));
        } catch (RunException e) {
            if (e.code() == Code.UNREADABLE_FILE && !Files.exists(stored.source())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
