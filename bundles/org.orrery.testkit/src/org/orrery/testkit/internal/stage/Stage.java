package org.orrery.testkit.internal.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.testkit.Conformance;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.Sample;

/** Where an analysis is tried: workspaces in a folder of their own, with a catalogue that observes. For one thread. */
public final class Stage implements AutoCloseable {
    /** How the names of the kit's own temporary folders begin. */
    public static final String PREFIX = "orrery-testkit-";
    /** No run of a conformance case takes longer. */
    public static final Duration LIMIT = Duration.ofSeconds(90);
    private final Services services;
    private final ProbedCatalog catalog;
    private final Path folder;
    private final List<Workspace> opened = new ArrayList<>();
    private final Map<Path, Dataset> imported = new LinkedHashMap<>();
    private Workspace main;
    private int folders;

    /** A stage for that analysis. */
    public Stage(Services services, Conformance conformance) throws IOException, RunException {
        this.services = services;
        this.catalog = new ProbedCatalog(descriptor(services, conformance));
        this.folder = Files.createTempDirectory(PREFIX);
    }

    private static AnalysisDescriptor descriptor(Services services, Conformance conformance) throws RunException {
        return switch (conformance.subject()) {
            case Conformance.Registered registered -> services.installed().find(registered.id());
            case Conformance.Unregistered unregistered -> new ClassDescriptor(unregistered, inputs(conformance.cases()));
        };
    }

    private static List<AnalysisDescriptor.InputDescriptor> inputs(List<ConformanceCase> cases) {
        Set<String> names = new TreeSet<>();
        cases.forEach(each -> names.addAll(each.inputs().keySet()));
        return ClassDescriptor.inputs(names);
    }

    /** The analysis as its bundle describes it. */
    public AnalysisDescriptor subject() {
        return catalog.subject();
    }

    /** The workspace for all that needs none of its own. */
    public Workspace workspace() throws RunException {
        if (main == null) {
            main = open(folder.resolve("main"));
        }
        return main;
    }

    /** Opens a workspace that observes as this stage does; closed with the stage at the latest. */
    public Workspace open(Path place) throws RunException {
        Workspace workspace = services.workspaces().open(place, catalog);
        opened.add(workspace);
        return workspace;
    }

    /** Closes a workspace that was opened here. */
    public void close(Workspace workspace) {
        opened.remove(workspace);
        if (workspace == main) {
            main = null;
        }
        workspace.close();
    }

    /** What another process would see of a workspace. */
    public StoredRun read(Path place, long run) throws RunException {
        return services.workspaces().read(place).open(run);
    }

    /** The runs that another process would see in a workspace. */
    public List<RunSummary> list(Path place) {
        return services.workspaces().read(place).list();
    }

    /** A new empty folder, gone with the stage. */
    public Path newFolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name + "-" + ++folders));
    }

    /** The request of a case. */
    public RunRequest request(ConformanceCase each, int threads) throws RunException, DataException, IOException {
        return request(each, each.inputs(), threads);
    }

    /** The request of a case with other data. */
    public RunRequest request(ConformanceCase each, Map<String, List<Sample>> inputs, int threads)
            throws RunException, DataException, IOException {
        Map<String, List<Dataset>> datasets = new LinkedHashMap<>();
        for (Map.Entry<String, List<Sample>> input : inputs.entrySet()) {
            List<Dataset> list = new ArrayList<>();
            for (Sample sample : input.getValue()) {
                list.add(dataset(sample));
            }
            datasets.put(input.getKey(), list);
        }
        return new RunRequest(subject().id(), each.name(), datasets, settings(each), each.seed(), threads);
    }

    /** The settings of a case in plain form, with the defaults of the others. */
    public Map<String, Object> settings(ConformanceCase each) throws RunException {
        SettingsSchema<?> schema = subject().settings();
        Map<String, Object> plain = schema.defaults();
        for (Map.Entry<String, String> setting : each.settings().entrySet()) {
            schema.set(plain, setting.getKey(), setting.getValue()).ifPresent(sentence -> {
                throw new IllegalArgumentException(each.name() + ": " + sentence);
            });
        }
        return plain;
    }

    private Dataset dataset(Sample sample) throws IOException, DataException, RunException {
        Path file = sample.in(newFolderFor(sample));
        Dataset dataset = imported.get(file);
        if (dataset == null) {
            dataset = workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE);
            imported.put(file, dataset);
        }
        return dataset;
    }

    private Path newFolderFor(Sample sample) throws IOException {
        // The same sample always lies in the same file, so that its data set is the same in every request.
        return Files.createDirectories(folder.resolve("data-" + Integer.toHexString(sample.hashCode())));
    }

    /** Puts a run into the queue of the main workspace, observed by that probe. */
    public long submit(RunRequest request, Probe probe) throws RunException {
        catalog.observe(probe);
        return workspace().runs().submit(request);
    }

    /** From now on, runs are observed by that probe. */
    public void observe(Probe probe) {
        catalog.observe(probe);
    }

    /**
     * Waits for a run of the main workspace to end.
     *
     * @throws IllegalStateException when it takes too long
     */
    public RunSummary await(long run) throws RunException, InterruptedException {
        return await(workspace().runs(), run);
    }

    /** Waits for a run to end. */
    public static RunSummary await(Runs runs, long run) throws RunException, InterruptedException {
        RunSummary summary = runs.await(run, LIMIT);
        if (!summary.state().ended()) {
            throw new IllegalStateException("Run " + run + " is still " + summary.state() + " after " + LIMIT.toSeconds() + " s");
        }
        return summary;
    }

    /** A run of the main workspace as it is on disk. */
    public StoredRun stored(long run) throws RunException {
        return workspace().folders().open(run);
    }

    @Override
    public void close() {
        for (Workspace workspace : List.copyOf(opened)) {
            close(workspace);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
