package org.orrery.classification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.Result;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;

/** What {@link TrainingInsight} has stored, and validation curves, as tables and charts. */
final class TrainingCurves {
    private record Point(double x, double y) {
    }

    private final Texts texts;
    private final Leaderboard board;
    private final Result.Builder result;

    TrainingCurves(Texts texts, Leaderboard board, Result.Builder result) {
        this.texts = texts;
        this.board = board;
        this.result = result;
    }

    /** One chart for each model that is built in steps: out-of-bag error of a random forest, log-loss of others. */
    void charts(StoredRows stored) {
        Map<String, Map<String, List<Point>>> models = new LinkedHashMap<>();
        Map<String, String> axes = new LinkedHashMap<>();
        stored.forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                String model = (String) block.value(i, 0);
                String wanted = model.equals("random-forest") ? "errorRate" : model.equals("multi-layer-perceptron") ? "objective" : "logLoss";
                if (wanted.equals(block.value(i, 4)) && block.value(i, 5) != null) {
                    axes.putIfAbsent(model, (String) block.value(i, 1));
                    models.computeIfAbsent(model, key -> new LinkedHashMap<>()).computeIfAbsent((String) block.value(i, 3), key -> new ArrayList<>())
                            .add(new Point((Long) block.value(i, 2), (Double) block.value(i, 5)));
                }
            }
        });
        models.forEach((model, series) -> result.chart(chart(model, axes.get(model), series)));
    }

    private ChartSpec chart(String model, String steps, Map<String, List<Point>> series) {
        List<Series> lines = new ArrayList<>();
        series.forEach((name, points) -> lines.add(new Series(name(name), points.stream().mapToDouble(Point::x).toArray(),
                points.stream().mapToDouble(Point::y).toArray(), Series.Role.DATA)));
        String axis = switch (steps) {
            case "trees" -> Messages.TrainingCurves_trees;
            case "rounds" -> Messages.TrainingCurves_rounds;
            default -> Messages.TrainingCurves_iterations;
        };
        String label = ClassifierKind.byId(model).map(texts::model).orElse(model);
        return new ChartSpec("trainingCurve-" + model, NLS.bind(Messages.TrainingCurves_of, label), ChartSpec.Kind.LINE, Axis.linear(axis),
                Axis.linear(model.equals("random-forest") ? Messages.TrainingCurves_error : Messages.TrainingCurves_loss), lines, TrainingInsight.CURVE);
    }

    private static String name(String series) {
        return switch (series) {
            case "training", "loss" -> Messages.InsightTables_training;
            case "test" -> Messages.InsightTables_test;
            case "outOfBag" -> Messages.TrainingCurves_outOfBag;
            case "heldOutLoss" -> Messages.TrainingCurves_heldOut;
            default -> series;
        };
    }

    /** A number as one writes it: 0.0001 and 100 for 1.0E-4 and 100.0. */
    private static String plain(String value) {
        return value.matches("-?\\d+\\.\\d+(E-?\\d+)?") ? new BigDecimal(value).stripTrailingZeros().toPlainString() : value;
    }

    /** One table of all points, one chart for each setting. */
    void validation(List<ValidationOutcome> points) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("parameter"), ColumnLabels.whole("point"),
                ColumnLabels.text("value"), ColumnLabels.text("measure"), ColumnLabels.real("training"), ColumnLabels.real("test")));
        Map<String, List<ValidationOutcome>> parameters = new LinkedHashMap<>();
        for (ValidationOutcome point : points) {
            if (!point.parameter().isEmpty()) {
                builder.row(point.model(), point.parameter(), (long) point.point(), point.value(), board.measure().id(),
                        ScoreTables.orMissing(point.training()), ScoreTables.orMissing(point.test()));
                parameters.computeIfAbsent(point.parameter(), key -> new ArrayList<>()).add(point);
            }
        }
        result.table(new ColumnLabels().table("validationCurve", Messages.TrainingCurves_validation, builder.build()));
        int[] number = new int[1];
        parameters.forEach((parameter, own) -> {
            number[0]++;
            double[] x = new double[own.size()];
            Arrays.setAll(x, i -> i);
            result.chart(new ChartSpec("validationCurve-" + number[0], NLS.bind(Messages.TrainingCurves_validationOf, texts.setting(parameter)), ChartSpec.Kind.LINE,
                    Axis.categories(texts.setting(parameter), own.stream().map(point -> plain(point.value())).toList()), Axis.linear(texts.measure(board.measure())),
                    List.of(new Series(Messages.InsightTables_test, x, own.stream().mapToDouble(ValidationOutcome::test).toArray(), Series.Role.DATA),
                            new Series(Messages.InsightTables_training, x, own.stream().mapToDouble(ValidationOutcome::training).toArray(),
                                    Series.Role.DATA)),
                    "validationCurve"));
        });
    }
}
