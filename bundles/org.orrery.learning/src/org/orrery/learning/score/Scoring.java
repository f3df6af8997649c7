package org.orrery.learning.score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.score.ScoreReport;
import org.orrery.analysis.score.ScoreReport.Drift;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.data.TableExporter;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.file.FeatureProfile;
import org.orrery.learning.file.ModelFile;

/** One file of new rows: the gate, the predictions block by block, and what is odd about the rows. For one thread. */
final class Scoring {
    private static final double DRIFT = 0.1;
    private static final double LARGE_DRIFT = 0.25;

    private final ModelFile model;
    private final ScoreRequest request;
    private final DataStore store;
    private final TableExporter exporter;
    private final Progress progress;
    private final List<Feature> features;

    Scoring(ModelFile model, ScoreRequest request, DataStore store, TableExporter exporter, Progress progress) {
        this.model = model;
        this.request = request;
        this.store = store;
        this.exporter = exporter;
        this.progress = progress;
        this.features = model.classifier().encoder().features();
    }

    ScoreReport run() throws AnalysisException {
        if (request.out().toAbsolutePath().normalize().equals(request.data().toAbsolutePath().normalize())) {
            throw new AnalysisException(Code.BAD_SETTING, "out", NLS.bind(Messages.ScoreWriter_samePlace, request.out()));
        }
        ScoreWriter writer = new ScoreWriter(request.out(), exporter);
        Dataset dataset = dataset();
        List<GateProblem> problems = new SchemaGate(features).problems(dataset.schema());
        if (!problems.isEmpty() && !request.force()) {
            throw refusal(problems);
        }
        if (dataset.rows() == 0) {
            throw new AnalysisException(Code.NOT_ENOUGH_DATA, Messages.Scoring_noRows);
        }
        ScoredRows scored = new ScoredRows(model, dataset.schema(), problems.stream().map(GateProblem::column).toList(), reasons(), progress::checkCancelled);
        long rows = writer.write(action -> blocks(dataset, scored, action), store, progress);
        List<Warning> warnings = new ArrayList<>();
        dataset.warnings().forEach(warning -> warnings.add(new Warning(warning.code(), warning.message())));
        problems.forEach(problem -> warnings.add(new Warning("gate-overridden", NLS.bind(Messages.Scoring_overridden, problem.column(), problem.message()))));
        List<Drift> drift = drift(scored, problems, warnings);
        if (!problems.isEmpty()) {
            log(dataset, problems);
        }
        return new ScoreReport(rows, request.out(), drift.stream().mapToLong(Drift::unseenLevels).sum(), drift, warnings, problems,
                scored.measures());
    }

    private int reasons() throws AnalysisException {
        if (request.reasons() > 0 && model.extras().background().rows() == 0) {
            throw new AnalysisException(Code.BAD_SETTING, "explain", Messages.Scoring_noReasons);
        }
        return Math.min(request.reasons(), features.size());
    }

    private static AnalysisException refusal(List<GateProblem> problems) {
        String first = problems.get(0).message();
        String message = problems.size() == 1 ? NLS.bind(Messages.Scoring_refused, first)
                : NLS.bind(Messages.Scoring_refusedMany, first, problems.size() - 1);
        return new AnalysisException(Code.BAD_DATA, message);
    }

    /**
     * Reads the file. Columns that look of another type than in training are read once more as that type: a small file may hold only the
     * numbers among the levels of a text.
     */
    private Dataset dataset() throws AnalysisException {
        try {
            Dataset detected = store.importFile(request.data(), request.options(), progress);
            Map<String, ColumnType> types = new LinkedHashMap<>(request.options().types());
            int given = types.size();
            for (Feature feature : features) {
                detected.schema().find(feature.name()).filter(column -> !SchemaGate.fits(feature.type(), column) && column.distinct() >= 0)
                        .ifPresent(column -> types.putIfAbsent(feature.name(), feature.type()));
            }
            return types.size() == given ? detected : again(detected, types);
        } catch (DataException e) {
            throw new AnalysisException(e);
        }
    }

    private Dataset again(Dataset detected, Map<String, ColumnType> types) throws AnalysisException {
        try {
            ReadOptions options = request.options().change().types(types).options();
            return store.importFile(request.data(), options, progress);
        } catch (DataException e) {
            if (request.force()) {
                return detected;
            }
            throw new AnalysisException(e);
        }
    }

    private void blocks(Dataset dataset, ScoredRows scored, Consumer<Table> action) throws AnalysisException {
        long done = 0;
        try (ColumnBlocks blocks = store.blocks(dataset, dataset.schema().names())) {
            for (Table block = blocks.next(); block != null; block = blocks.next()) {
                progress.checkCancelled();
                action.accept(scored.add(block));
                done += block.rows();
                progress.worked(done, dataset.rows());
            }
        } catch (DataException e) {
            throw new AnalysisException(e);
        }
    }

    private List<Drift> drift(ScoredRows scored, List<GateProblem> problems, List<Warning> warnings) {
        List<Drift> all = new ArrayList<>();
        List<String> overridden = problems.stream().map(GateProblem::column).toList();
        for (int i = 0; i < features.size(); i++) {
            String name = features.get(i).name();
            FeatureProfile profile = model.profiles().get(i);
            long[] counts = scored.counts(i);
            double psi = profile.stabilityIndex(counts);
            long rows = Arrays.stream(counts).sum();
            LevelCount levels = scored.levels(i);
            all.add(new Drift(name, psi, profile.sameByChance(counts), levels.levels(), levels.rows(), counts[counts.length - 1] / (double) Math.max(1, rows)));
            if (overridden.contains(name)) {
                continue;
            }
            if (levels.levels() > 0) {
                warnings.add(new Warning("unseen-levels", NLS.bind(Messages.Scoring_unseen, new Object[] {name, levels.levels(), levels.rows()})));
            }
            // Few rows differ from training by chance alone.
            if (psi >= DRIFT && psi >= 2 * profile.expectedByChance(counts)) {
                warnings.add(new Warning("drift", NLS.bind(psi >= LARGE_DRIFT ? Messages.Scoring_largeDrift : Messages.Scoring_drift, name,
                        String.format(Locale.ROOT, "%.2f", psi))));
            }
        }
        return all;
    }

    /** What was overridden stands beside the predictions, so that whoever gets them can know. */
    private void log(Dataset dataset, List<GateProblem> problems) throws AnalysisException {
        StringBuilder text = new StringBuilder();
        text.append(Instant.now()).append(" model ").append(request.model()).append(", data ").append(request.data()).append(" sha256 ")
                .append(dataset.sha256()).append('\n');
        problems.forEach(problem -> text.append(NLS.bind(Messages.Scoring_overridden, problem.column(), problem.message())).append('\n'));
        Path file = request.out().resolveSibling(request.out().getFileName() + ".overridden.txt");
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AnalysisException(Code.OUT_OF_DISK, NLS.bind(Messages.ScoreWriter_disk, file, e.getMessage()));
        }
    }
}
