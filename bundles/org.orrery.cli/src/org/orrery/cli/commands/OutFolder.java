package org.orrery.cli.commands;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.cli.Failures;
import org.orrery.cli.options.Option;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.AnswerDocument;
import org.orrery.jobs.document.RunDocument;
import org.orrery.jobs.document.SeriesTable;

/**
 * The folder of {@code --out}: {@code run.json}, every table as {@code <table>.csv}, every chart as {@code <chart>.svg} and
 * {@code .png} or in the formats of {@code --pictures}, artifacts under {@code artifacts/}, {@code log.txt} and {@code report.html}.
 */
final class OutFolder {
    private static final String ARTIFACTS = "artifacts";
    private static final String PICTURES = "pictures";
    private static final List<String> USUAL = List.of("svg", "png");

    private final Session session;
    private final Path folder;
    private final List<ChartRenderer> renderers;

    private OutFolder(Session session, Path folder, List<ChartRenderer> renderers) {
        this.session = session;
        this.folder = folder;
        this.renderers = renderers;
    }

    /** The formats of the charts, an option of every command that has {@code --out}. */
    static Option pictures() {
        return Option.values(PICTURES, "svg|png|pdf|eps", Messages.OutFolder_pictures);
    }

    /**
     * The folder that the user named; made now, so that a folder that cannot be written is told before the work.
     *
     * @throws RunException bad-usage when it cannot be made
     */
    static Optional<OutFolder> of(Session session) throws RunException {
        Optional<String> given = session.arguments().value(RunCommand.OUT);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Path folder = session.path(given.get());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OutFolder_unusable, folder), e);
        }
        if (!Files.isWritable(folder)) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OutFolder_unusable, folder));
        }
        return Optional.of(new OutFolder(session, folder, renderers(session)));
    }

    private static List<ChartRenderer> renderers(Session session) throws RunException {
        List<ChartRenderer> there = session.services().pictures();
        List<String> asked = session.arguments().values(PICTURES);
        List<String> formats = there.stream().map(ChartRenderer::format).sorted().toList();
        Optional<String> unknown = asked.stream().filter(format -> !formats.contains(format)).findFirst();
        if (unknown.isPresent()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OutFolder_noPicture, unknown.get(), String.join(", ", formats)));
        }
        List<String> wanted = asked.isEmpty() ? USUAL : asked;
        return there.stream().filter(renderer -> wanted.contains(renderer.format())).sorted(Comparator.comparing(renderer -> wanted.indexOf(renderer.format()))).toList();
    }

    Path path() {
        return folder;
    }

    /** The document of the run, which names the files here. */
    RunDocument document(StoredRun run) {
        return RunDocument.of(run).over(this::table, this::drawn, this::copy);
    }

    /** Writes everything of the run. */
    void write(StoredRun run) throws RunException {
        try {
            result(run.result().orElse(Result.EMPTY));
            artifacts(run);
            log(run);
            // Every value that units have reported, which no table of the result need have; not what the process has used meanwhile.
            List<StoredRun.Metric> reported = run.metrics().stream().filter(metric -> !metric.unit().isEmpty()).toList();
            if (!reported.isEmpty()) {
                RunDocument.writeTables(Result.builder().table(ResultTable.of("reported-values", "", SeriesTable.of(reported))).build(), folder);
            }
            new Reports(session).write(List.of(run), folder.resolve("report.html"));
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("run.json"), StandardCharsets.UTF_8)) {
                document(run).write(out);
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    /** Writes the document of an answer, its tables and its charts. */
    void write(long run, Map<String, ?> question, Result answer) throws IOException {
        result(answer);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("answer.json"), StandardCharsets.UTF_8)) {
            answer(run, question, answer, out);
        }
    }

    /** The document of an answer, which names the files here. */
    void answer(long run, Map<String, ?> question, Result answer, Writer out) throws IOException {
        AnswerDocument.write(run, question, answer, this::table, this::drawn, out);
    }

    private Optional<Path> table(ResultTable table) {
        return Optional.of(folder.resolve(RunDocument.fileName(table)));
    }

    private Optional<Path> drawn(ChartSpec chart) {
        return renderers.stream().map(renderer -> picture(chart, renderer)).filter(Files::exists).findFirst();
    }

    private void result(Result result) throws IOException {
        RunDocument.writeTables(result, folder);
        for (ChartSpec chart : result.charts()) {
            draw(chart);
        }
    }

    /** Draws charts that belong to no run, and says what they are and where. */
    List<Map<String, Object>> charts(List<ChartSpec> charts) throws RunException {
        List<Map<String, Object>> drawn = new ArrayList<>();
        try {
            for (ChartSpec chart : charts) {
                draw(chart);
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("id", chart.id());
                line.put("title", chart.title());
                line.put("kind", chart.kind().id());
                line.put("path", drawn(chart).map(Path::toString).orElse(null));
                drawn.add(line);
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
        return drawn;
    }

    /** The document names the first of a chart. */
    private Path picture(ChartSpec chart, ChartRenderer renderer) {
        return folder.resolve(chart.id() + "." + renderer.format());
    }

    private void draw(ChartSpec chart) throws IOException {
        for (ChartRenderer renderer : renderers) {
            try (OutputStream out = Files.newOutputStream(inside(picture(chart, renderer).toString()))) {
                renderer.render(chart, ChartRenderer.Size.PAGE, out);
            }
        }
    }

    private void artifacts(StoredRun run) throws IOException {
        for (StoredRun.Artifact artifact : run.artifacts()) {
            Path target = inside(copy(artifact).toString());
            Files.createDirectories(target.getParent());
            Files.copy(artifact.path(), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path copy(StoredRun.Artifact artifact) {
        return folder.resolve(ARTIFACTS).resolve(artifact.id()).resolve(artifact.path().getFileName().toString());
    }

    /** Names come from analyses, which are not to choose where this writes. */
    private Path inside(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(Messages.bind(Messages.OutFolder_outside, name, folder));
        }
        return file;
    }

    private void log(StoredRun run) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("log.txt"), StandardCharsets.UTF_8)) {
            for (StoredRun.LogLine line : run.log()) {
                out.write(line.instant() + " " + line.level() + " " + line.unit() + " " + line.message());
                out.newLine();
            }
        }
    }
}
