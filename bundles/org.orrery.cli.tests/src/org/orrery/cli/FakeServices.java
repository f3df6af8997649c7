package org.orrery.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.program.Programs;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.score.Scorer;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.settings.Nearest;
import org.orrery.data.DataStores;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunAnswers;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.RunReports;
import org.orrery.samples.Sample;
import org.orrery.samples.Samples;

/** The other bundles, in memory. */
final class FakeServices implements Services, Workspaces, RunReports, Samples, ChartRenderer {
    final FakeWorkspace workspace;
    final List<Path> opened = new ArrayList<>();
    Optional<RunException> locked = Optional.empty();
    /** Whether this is the process of a run that is left to itself. */
    boolean inBackground;
    /** The other process that owns the workspace. */
    Optional<Connection.Owner> owner = Optional.empty();
    private final List<AnalysisDescriptor> analyses = List.of(new FakeAnalysis("classification"), new FakeAnalysis("pair",
            List.of(new InputDescriptor("training", "Training", 1, 1), new InputDescriptor("extra", "More", 0, -1))),
            new FakeAnalysis("simulation", List.of()));

    FakeServices(Path folder) {
        workspace = new FakeWorkspace(folder);
    }

    @Override
    public Workspaces workspaces() {
        return this;
    }

    @Override
    public AnalysisCatalog analyses() {
        return new AnalysisCatalog() {
            @Override
            public List<AnalysisDescriptor> analyses() {
                return analyses;
            }

            @Override
            public AnalysisDescriptor find(String id) throws RunException {
                return analyses.stream().filter(analysis -> analysis.id().equals(id)).findFirst()
                        .orElseThrow(() -> new RunException(Code.UNKNOWN_ANALYSIS, Nearest.hint("There is no analysis " + id + ".",
                                Nearest.of(id, analyses.stream().map(AnalysisDescriptor::id).toList()))));
            }
        };
    }

    @Override
    public Workspace open(Path folder) throws RunException {
        if (locked.isPresent()) {
            throw locked.get();
        }
        opened.add(folder);
        return workspace;
    }

    @Override
    public Workspace open(Path folder, AnalysisCatalog catalog) throws RunException {
        return open(folder);
    }

    @Override
    public Connection connect(Path folder) throws RunException {
        open(folder);
        return new FakeConnection(workspace, owner);
    }

    @Override
    public RunFolders read(Path folder) {
        return workspace;
    }

    @Override
    public List<Dataset> datasets(Path folder) {
        return workspace.datasets();
    }

    @Override
    public RunAnswers answers(Path folder) {
        throw new UnsupportedOperationException("Nothing is asked here");
    }

    @Override
    public Background background() {
        return new Background() {
            @Override
            public boolean here() {
                return inBackground;
            }

            @Override
            public void settled(Terminal terminal) {
                workspace.calls.add("settled");
            }

            @Override
            public ExitCode start(Terminal terminal, Interruption interruption) {
                workspace.calls.add("start");
                return ExitCode.COMPLETED;
            }
        };
    }

    @Override
    public RunMonitors monitors() throws RunException {
        throw new RunException(Code.INTERNAL, "There is no monitor here");
    }

    @Override
    public Programs programs() throws RunException {
        throw new RunException(Code.INTERNAL, "There are no external programs here");
    }

    @Override
    public Samples samples() {
        return this;
    }

    @Override
    public RunReports reports() {
        return this;
    }

    @Override
    public List<Scorer> scorers() {
        return List.of();
    }

    @Override
    public DataStores stores() {
        throw new UnsupportedOperationException("No data are read here");
    }

    @Override
    public List<ChartRenderer> pictures() {
        return List.of(this);
    }

    @Override
    public List<String> formats() {
        return List.of("html", "md");
    }

    @Override
    public void write(List<StoredRun> runs, String format, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, format + " of " + runs.size());
    }

    @Override
    public void write(List<StoredRun> runs, String format, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Sample> list() {
        return List.of(new Sample("wa_churn", "Churn", "Customers.", "CC0", "somewhere", "churn"));
    }

    @Override
    public Optional<Sample> find(String id) {
        return list().stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    @Override
    public InputStream open(String id) {
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public Path materialise(String id, Path folder) throws IOException {
        return Files.writeString(Files.createDirectories(folder).resolve(id + ".csv"), "a,b\n");
    }

    @Override
    public String format() {
        return "svg";
    }

    @Override
    public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
        out.write(("<svg>" + chart.id() + "</svg>").getBytes(StandardCharsets.UTF_8));
    }
}
