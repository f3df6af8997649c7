package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.classification.ChecksOutcome.Leak;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.math.Spread;

/** What the units after the folds have found out. */
final class InsightTables {
    private static final int MOST_ERRORS = 1_000;
    private static final int MOST_BARS = 20;
    /** From this share of test rows with an equal training row on, the user is warned. */
    private static final double MANY_TWINS = 0.01;

    private final ClassificationSettings settings;
    private final Texts texts;
    private final Outcomes<ClassificationOutcome> outcomes;
    private final Leaderboard board;
    private final Result.Builder result;
    private final ColumnLabels labels = new ColumnLabels();

    InsightTables(ClassificationSettings settings, Texts texts, Outcomes<ClassificationOutcome> outcomes, Leaderboard board, Result.Builder result) {
        this.settings = settings;
        this.texts = texts;
        this.outcomes = outcomes;
        this.board = board;
        this.result = result;
    }

    void add() {
        List<ImportanceOutcome> importance = new ArrayList<>();
        List<LearningOutcome> learning = new ArrayList<>();
        List<TrialOutcome> trials = new ArrayList<>();
        List<ValidationOutcome> validation = new ArrayList<>();
        outcomes.forEach((unit, outcome) -> {
            if (outcome instanceof ImportanceOutcome own) {
                importance.add(own);
            } else if (outcome instanceof LearningOutcome own) {
                learning.add(own);
            } else if (outcome instanceof ValidationOutcome own) {
                validation.add(own);
            } else if (outcome instanceof TrialOutcome own) {
                trials.add(own);
            }
        });
        if (!importance.isEmpty()) {
            importance(importance);
        }
        errors();
        if (!learning.isEmpty()) {
            learningCurve(learning);
        }
        TrainingCurves curves = new TrainingCurves(texts, board, result);
        if (!validation.isEmpty()) {
            curves.validation(validation);
        }
        if (stored(TrainingInsight.CURVE, Messages.TrainingCurves_title)) {
            curves.charts(outcomes.rows(TrainingInsight.CURVE));
        }
        stored(TrainingInsight.IMPURITY, Messages.TrainingCurves_impurity);
        if (!trials.isEmpty()) {
            new TuningTables(settings, texts, outcomes, result).add(trials);
        }
        outcomes.get(UnitPlan.CHECKS).ifPresent(outcome -> checks((ChecksOutcome) outcome));
        outcomes.get(UnitPlan.SLICES).ifPresent(outcome -> slices((SlicesOutcome) outcome));
        stored(LocalExplanations.ROWS, Messages.InsightTables_explanations);
        stored(ModelCardFacts.ROWS, Messages.ModelCardFacts_title);
        stored(ModelStructure.COEFFICIENTS, Messages.InsightTables_coefficients);
        stored(ModelStructure.TREE, Messages.InsightTables_tree);
        if (stored(ModelStructure.COMPONENTS, Messages.InsightTables_components)) {
            result.finding("components", Messages.InsightTables_componentsRead);
        }
        if (stored(PartialDependence.ROWS, Messages.InsightTables_partialDependence)) {
            new DependenceCharts(outcomes.rows(PartialDependence.ROWS)).charts().forEach(result::chart);
        }
        stored(PartialDependence.SINGLE_ROWS, Messages.InsightTables_singleRows);
    }

    /** What a unit has written, when it has. */
    private boolean stored(String rows, String title) {
        StoredRows stored = outcomes.rows(rows);
        if (stored.count() == 0) {
            return false;
        }
        result.table(new ResultTable(rows, title, new ResultTable.OnDisk(stored), labels.of(stored.schema())));
        return true;
    }

    private void importance(List<ImportanceOutcome> all) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("feature"), ColumnLabels.real("mean"),
                ColumnLabels.real("sd"), ColumnLabels.text("members"), ColumnLabels.text("measure"), ColumnLabels.real("base"),
                ColumnLabels.whole("repeats"), ColumnLabels.whole("rows")));
        for (ImportanceOutcome own : all) {
            for (ImportanceOutcome.Feature feature : sorted(own)) {
                Spread spread = Spread.of(feature.drops());
                String members = feature.names().size() > 1 ? String.join(", ", feature.names()) : null;
                for (String name : feature.names()) {
                    builder.row(own.model(), name, ScoreTables.orMissing(spread.mean()), ScoreTables.orMissing(spread.sd()), members,
                            own.measure(), ScoreTables.orMissing(own.base()), (long) feature.drops().length, own.rows());
                }
            }
        }
        result.table(labels.table("importance", Messages.InsightTables_importance, builder.build()));
        board.best().flatMap(best -> all.stream().filter(own -> own.model().equals(best.kind().id())).findFirst()).ifPresent(this::importanceChart);
    }

    private static List<ImportanceOutcome.Feature> sorted(ImportanceOutcome importance) {
        List<ImportanceOutcome.Feature> sorted = new ArrayList<>(importance.features());
        sorted.sort(Collections.reverseOrder(Comparator.comparingDouble(feature -> Spread.of(feature.drops()).mean())));
        return sorted;
    }

    private void importanceChart(ImportanceOutcome own) {
        List<ImportanceOutcome.Feature> features = sorted(own).stream().limit(MOST_BARS).toList();
        double[] x = new double[features.size()];
        Arrays.setAll(x, i -> i);
        double[] y = features.stream().mapToDouble(feature -> Spread.of(feature.drops()).mean()).toArray();
        List<String> names = features.stream().map(feature -> Texts.list(feature.names())).toList();
        result.chart(new ChartSpec("importance", NLS.bind(Messages.InsightTables_importanceOf, model(own.model())), ChartSpec.Kind.BAR,
                Axis.categories(Messages.InsightTables_feature, names), Axis.linear(NLS.bind(Messages.InsightTables_drop, texts.measure(board.measure()))),
                List.of(new Series(model(own.model()), x, y, Series.Role.DATA)), "importance"));
    }

    private String model(String id) {
        return ClassifierKind.byId(id).map(texts::model).orElse(id);
    }

    /** Wrong predictions of all models, those given with the greatest certainty first. */
    private void errors() {
        StoredRows stored = outcomes.rows(WorstErrors.ROWS);
        List<Object[]> rows = new ArrayList<>();
        stored.forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                Object[] row = new Object[block.schema().size()];
                for (int j = 0; j < row.length; j++) {
                    row[j] = block.value(i, j);
                }
                rows.add(row);
            }
        });
        int loss = WorstErrors.SCHEMA.indexOf("loss");
        rows.sort(Comparator.comparingDouble((Object[] row) -> -(Double) row[loss]).thenComparing(row -> (Long) row[1])
                .thenComparing(row -> (String) row[0]));
        TableBuilder builder = Table.builder(WorstErrors.SCHEMA);
        rows.stream().limit(MOST_ERRORS).forEach(builder::row);
        result.table(labels.table(WorstErrors.ROWS, Messages.InsightTables_errors, builder.build()));
    }

    private void learningCurve(List<LearningOutcome> points) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.whole("percent"), ColumnLabels.whole("trainRows"),
                ColumnLabels.text("measure"), ColumnLabels.real("training"), ColumnLabels.real("trainingSd"), ColumnLabels.real("test"),
                ColumnLabels.real("testSd"), ColumnLabels.whole("folds")));
        String model = points.get(0).model();
        List<double[]> drawn = new ArrayList<>();
        for (int percent : TrainingParts.PERCENTS) {
            List<LearningOutcome> own = points.stream().filter(point -> point.percent() == percent && point.model().equals(model)).toList();
            if (!own.isEmpty()) {
                Spread training = Spread.of(own.stream().mapToDouble(LearningOutcome::training).toArray());
                Spread test = Spread.of(own.stream().mapToDouble(LearningOutcome::test).toArray());
                double rows = own.stream().mapToLong(LearningOutcome::trainRows).average().orElse(0);
                builder.row(model, (long) percent, Math.round(rows), board.measure().id(), ScoreTables.orMissing(training.mean()),
                        ScoreTables.orMissing(training.sd()), ScoreTables.orMissing(test.mean()), ScoreTables.orMissing(test.sd()), (long) own.size());
                drawn.add(new double[] {Math.round(rows), training.mean(), test.mean()});
            }
        }
        addWhole(builder, model, (int) points.stream().mapToInt(LearningOutcome::fold).distinct().count(), drawn);
        result.table(labels.table("learningCurve", Messages.InsightTables_learningCurve, builder.build()));
        double[] x = drawn.stream().mapToDouble(point -> point[0]).toArray();
        result.chart(new ChartSpec("learningCurve", NLS.bind(Messages.InsightTables_learningOf, model(model)), ChartSpec.Kind.LINE,
                Axis.linear(Messages.ScoreTables_trainRows), Axis.linear(texts.measure(board.measure())),
                List.of(new Series(Messages.InsightTables_test, x, drawn.stream().mapToDouble(point -> point[2]).toArray(), Series.Role.DATA),
                        new Series(Messages.InsightTables_training, x, drawn.stream().mapToDouble(point -> point[1]).toArray(), Series.Role.DATA)),
                "learningCurve"));
    }

    /** The folds themselves are the end of the curve; how well they fit their own training rows nobody has asked. */
    private void addWhole(TableBuilder builder, String model, int folds, List<double[]> drawn) {
        Optional<ModelScore> score = board.scores().stream().filter(each -> each.kind().id().equals(model)).findFirst();
        if (score.isEmpty()) {
            return;
        }
        List<FoldOutcome> own = new ArrayList<>();
        for (int i = 0; i < score.get().folds().size(); i++) {
            FoldNumber number = score.get().folds().get(i);
            if (number.repeat() == 1 && number.fold() <= folds) {
                own.add(score.get().outcomes().get(i));
            }
        }
        Spread test = Spread.of(own.stream().mapToDouble(fold -> fold.measures().value(board.measure())).toArray());
        double rows = own.stream().mapToLong(FoldOutcome::trainRows).average().orElse(0);
        builder.row(model, 100L, Math.round(rows), board.measure().id(), null, null, ScoreTables.orMissing(test.mean()),
                ScoreTables.orMissing(test.sd()), (long) own.size());
        drawn.add(new double[] {Math.round(rows), Double.NaN, test.mean()});
    }

    /** The p values are adjusted for all slices that were looked at: among many some are worse by chance. */
    private void slices(SlicesOutcome outcome) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("feature"), ColumnLabels.text("slice"),
                ColumnLabels.whole("rows"), ColumnLabels.real("accuracy"), ColumnLabels.real("elsewhere"), ColumnLabels.real("logLoss"),
                ColumnLabels.real("p"), ColumnLabels.real("pHolm")));
        for (SlicesOutcome.Slice slice : outcome.slices()) {
            builder.row(outcome.model(), slice.feature(), slice.slice(), slice.rows(), slice.accuracy(), slice.elsewhere(), slice.logLoss(),
                    slice.p(), slice.pHolm());
        }
        result.table(labels.table("slices", Messages.InsightTables_slices, builder.build()));
    }

    private void checks(ChecksOutcome checks) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("check"), ColumnLabels.text("column"), ColumnLabels.real("value"),
                ColumnLabels.text("message")));
        for (Leak leak : checks.leaks()) {
            String sentence = NLS.bind(leak.byMissing() ? Messages.InsightTables_leakMissing : Messages.InsightTables_leak, leak.feature(),
                    Texts.number(leak.rocAuc()));
            builder.row("leakage", leak.feature(), leak.rocAuc(), sentence);
            result.warning("leakage", sentence);
        }
        builder.row("duplicates", null, (double) checks.duplicates(), NLS.bind(Messages.InsightTables_duplicates, checks.duplicates()));
        builder.row("conflicting-duplicates", null, (double) checks.conflicting(),
                NLS.bind(Messages.InsightTables_conflicting, checks.conflicting()));
        double share = checks.tested() == 0 ? 0 : (double) checks.twins() / checks.tested();
        String sentence = NLS.bind(Messages.InsightTables_twins, new Object[] {checks.twins(), checks.tested(), Texts.share(share)});
        builder.row("duplicates-across-split", null, share, sentence);
        if (share >= MANY_TWINS) {
            result.warning("duplicates-across-split", sentence);
        }
        result.table(labels.table("checks", Messages.InsightTables_checks, builder.build()));
    }
}
