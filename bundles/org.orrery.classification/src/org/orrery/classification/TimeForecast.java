package org.orrery.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.forecast.PastRun;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.forecast.RunForecast.Part;
import org.orrery.analysis.forecast.RunForecast.Span;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Dataset;
import org.orrery.data.Table;
import org.orrery.learning.ClassifierKind;

/**
 * How long models will take in all their folds, by what they took in earlier runs for each unit of work: rows × columns × trees, rounds and
 * outputs, and rows once more where rows are compared with each other. The whole is the sum times what earlier runs took by the clock for a second of
 * folds, which holds the other units and the width.
 */
final class TimeForecast {
    /** A model is slow when it takes more than this share of all, and this many seconds. */
    private static final double SLOW_SHARE = 1.0 / 3;
    private static final double SLOW_SECONDS = 10;

    private final ClassificationSettings settings;
    private final Optional<Dataset> dataset;
    private final List<PastRun<ClassificationSettings>> past;

    TimeForecast(ClassificationSettings settings, Optional<Dataset> dataset, List<PastRun<ClassificationSettings>> past) {
        this.settings = settings;
        this.dataset = dataset;
        this.past = past;
    }

    RunForecast forecast() {
        if (dataset.isEmpty()) {
            return RunForecast.NONE;
        }
        Map<ClassifierKind, List<LogTimes.Point>> seen = new HashMap<>();
        List<LogTimes.Point> wholes = new ArrayList<>();
        for (PastRun<ClassificationSettings> run : past) {
            look(run, seen, wholes);
        }
        Map<ClassifierKind, LogTimes.Predicted> known = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (ClassifierKind kind : settings.distinctModels()) {
            List<LogTimes.Point> points = seen.getOrDefault(kind, List.of());
            if (points.isEmpty()) {
                unknown.add(kind.id());
            } else {
                LogTimes.Predicted fold = new LogTimes(points).at(work(kind, settings, dataset.get()));
                known.put(kind, new LogTimes.Predicted(fold.middle() + Math.log(trainings(settings, dataset.get())), fold.scale(), fold.degrees()));
            }
        }
        double sum = known.values().stream().mapToDouble(each -> Math.exp(each.middle())).sum();
        List<Part> parts = new ArrayList<>();
        known.forEach((kind, each) -> {
            double own = Math.exp(each.middle());
            parts.add(new Part(kind.id(), each.span(), seen.get(kind).size(), own > SLOW_SECONDS && own > SLOW_SHARE * sum));
        });
        return new RunForecast(known.isEmpty() || wholes.isEmpty() ? Optional.empty() : Optional.of(whole(known, sum, wholes)), parts, unknown, wholes.size());
    }

    /** Spans of parts that err independently, and of what comes on top. */
    private static Span whole(Map<ClassifierKind, LogTimes.Predicted> known, double sum, List<LogTimes.Point> wholes) {
        LogTimes.Predicted clock = new LogTimes(wholes).at(sum);
        double squares = known.values().stream().mapToDouble(each -> {
            double share = Math.exp(each.middle()) / sum * each.scale();
            return share * share;
        }).sum();
        double degrees = known.values().stream().mapToDouble(LogTimes.Predicted::degrees).min().orElse(clock.degrees());
        return new LogTimes.Predicted(clock.middle(), Math.sqrt(squares + clock.scale() * clock.scale()), Math.min(degrees, clock.degrees())).span();
    }

    private static void look(PastRun<ClassificationSettings> run, Map<ClassifierKind, List<LogTimes.Point>> seen, List<LogTimes.Point> wholes) {
        Optional<Dataset> data = run.inputs().first(ClassificationAnalysis.INPUT);
        Optional<Table> board = run.result().table("leaderboard").map(ResultTable::rows).filter(ResultTable.InMemory.class::isInstance)
                .map(rows -> ((ResultTable.InMemory) rows).table());
        if (data.isEmpty() || board.isEmpty() || !(run.seconds() > 0)) {
            return;
        }
        Table table = board.get();
        double all = 0;
        for (int row = 0; row < table.rows(); row++) {
            Optional<ClassifierKind> kind = ClassifierKind.byId(String.valueOf(table.value(row, table.schema().indexOf("model"))));
            double seconds = number(table, row, "fitSeconds") + number(table, row, "scoreSeconds");
            if (kind.isPresent() && seconds > 0) {
                all += seconds * trainings(run.settings(), data.get());
                seen.computeIfAbsent(kind.get(), key -> new ArrayList<>()).add(LogTimes.Point.of(work(kind.get(), run.settings(), data.get()), seconds));
            }
        }
        if (all > 0) {
            wholes.add(LogTimes.Point.of(all, run.seconds()));
        }
    }

    private static double number(Table table, int row, String column) {
        return table.value(row, table.schema().indexOf(column)) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    /** How often each model is trained before the best one is known. */
    private static double trainings(ClassificationSettings settings, Dataset data) {
        return ClassificationAnalysis.fits(settings, settings.sample().of(data.rows()));
    }

    /** What a fold costs one model, in no unit. */
    private static double work(ClassifierKind kind, ClassificationSettings settings, Dataset data) {
        double rows = settings.sample().of(data.rows()) * trainShare(settings);
        double values = rows * ClassificationAnalysis.width(settings, data);
        long classes = data.schema().find(settings.target()).map(column -> Math.max(2, column.distinct())).orElse(2L);
        double outputs = classes == 2 ? 1 : classes;
        return switch (kind) {
            case LOGISTIC_REGRESSION, LINEAR_SVM -> values * outputs;
            case RANDOM_FOREST -> values * settings.randomForest().trees();
            case EXTRA_TREES -> values * settings.extraTrees().trees();
            case GRADIENT_BOOSTING -> values * settings.gradientBoosting().rounds() * outputs;
            case K_NEAREST_NEIGHBOURS, KERNEL_SVM -> values * rows;
            default -> values;
        };
    }

    private static double trainShare(ClassificationSettings settings) {
        return switch (settings.validation()) {
            case HOLD_OUT -> 1 - settings.testShare();
            case TIME_ORDERED -> 0.5;
            default -> 1 - 1.0 / settings.folds();
        };
    }
}
