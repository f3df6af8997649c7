package org.orrery.learning.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.orrery.analysis.compare.MeasuredDifference;
import org.orrery.analysis.compare.MeasuredDifference.Interval;
import org.orrery.analysis.compare.MeasuredRun;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Table;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.CorrectedT;
import org.orrery.learning.evaluation.CorrectedWelch;
import org.osgi.service.component.annotations.Component;

/**
 * Compares cross-validations by their table of folds: the best model of each run, and every model that both have. The values are
 * paired where both runs divided the same rows in the same way, and the test is that of {@link CorrectedT}, else of {@link CorrectedWelch}.
 */
@Component(service = RunComparison.class)
public final class FoldComparison implements RunComparison {
    private static final String FOLDS = "folds"; //$NON-NLS-1$
    private static final String TRAIN = "trainRows"; //$NON-NLS-1$
    private static final String TEST = "testRows"; //$NON-NLS-1$
    /** What the division of the rows depends on besides the rows and the seed. */
    private static final List<String> DIVISION = List.of("target", "validation", FOLDS, "group", "time", "testShare"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
    /** Costs are no measures of the models: they depend on what else the machine did. */
    private static final Set<String> COSTS = Set.of("fitSeconds", "scoreSeconds", "allocatedMiB", "peakMiB"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

    private record Place(long fold, long repeat) {
    }

    private record Measured(double value, double trainRows, double testRows) {
    }

    /** By model and measure, what each fold gave. */
    private record Folds(Map<String, Map<String, Map<Place, Measured>>> values) {
    }

    @Override
    public List<MeasuredDifference> compare(MeasuredRun first, MeasuredRun second) {
        Optional<Folds> a = folds(first);
        Optional<Folds> b = folds(second);
        List<MeasuredDifference> differences = new ArrayList<>();
        if (a.isPresent() && b.isPresent()) {
            boolean paired = sameDivision(first, second);
            Optional<String> best = best(first);
            Optional<String> other = best(second);
            if (best.isPresent() && other.isPresent() && !best.equals(other)) {
                add(differences, a.get(), b.get(), best.get(), other.get(), paired);
            }
            a.get().values().keySet().stream().filter(b.get().values()::containsKey).sorted((x, y) -> Boolean.compare(best.equals(Optional.of(y)), best.equals(Optional.of(x))))
                    .forEach(model -> add(differences, a.get(), b.get(), model, model, paired));
        }
        return differences;
    }

    @Override
    public int direction(String measure) {
        return Arrays.stream(ClassificationMeasure.values()).filter(known -> known.id().equals(measure)).findFirst()
                .map(known -> known.higherBetter() ? 1 : -1).orElse(0);
    }

    private static boolean sameDivision(MeasuredRun a, MeasuredRun b) {
        return a.seed() == b.seed() && a.data().equals(b.data())
                && DIVISION.stream().allMatch(name -> Objects.toString(a.settings().get(name)).equals(Objects.toString(b.settings().get(name))));
    }

    private static Optional<String> best(MeasuredRun run) {
        return run.result().figure("bestModel").map(figure -> String.valueOf(figure.value())); //$NON-NLS-1$
    }

    private static void add(List<MeasuredDifference> differences, Folds a, Folds b, String model, String other, boolean paired) {
        Map<String, Map<Place, Measured>> first = a.values().getOrDefault(model, Map.of());
        Map<String, Map<Place, Measured>> second = b.values().getOrDefault(other, Map.of());
        first.forEach((measure, values) -> {
            Map<Place, Measured> others = second.get(measure);
            if (others != null) {
                CorrectedT mean = mean(values);
                CorrectedT otherMean = mean(others);
                CorrectedT test = paired ? difference(values, others) : CorrectedT.of(new double[0], Double.NaN);
                differences.add(new MeasuredDifference(measure, model, other, interval(mean), interval(otherMean),
                        paired ? interval(test) : Interval.UNKNOWN, paired ? test.p() : CorrectedWelch.of(mean, otherMean).p()));
            }
        });
    }

    private static Interval interval(CorrectedT mean) {
        return new Interval(mean.mean(), mean.halfWidth());
    }

    private static CorrectedT mean(Map<Place, Measured> values) {
        return CorrectedT.of(values.values().stream().mapToDouble(Measured::value).toArray(), share(values.values().stream()
                .mapToDouble(fold -> fold.testRows() / fold.trainRows())));
    }

    /** In the folds that both have: the second may have been repeated more often. */
    private static CorrectedT difference(Map<Place, Measured> first, Map<Place, Measured> second) {
        List<Place> both = first.keySet().stream().filter(second::containsKey).toList();
        double[] values = both.stream().mapToDouble(place -> second.get(place).value() - first.get(place).value()).toArray();
        return CorrectedT.of(values, share(both.stream().map(first::get).mapToDouble(fold -> fold.testRows() / fold.trainRows())));
    }

    private static double share(DoubleStream shares) {
        return shares.average().orElse(Double.NaN);
    }

    private static Optional<Folds> folds(MeasuredRun run) {
        return run.result().table(FOLDS).map(ResultTable::rows).filter(ResultTable.InMemory.class::isInstance).map(ResultTable.InMemory.class::cast)
                .map(ResultTable.InMemory::table).filter(table -> List.of("model", "fold", "repeat", TRAIN, TEST).stream().allMatch(name -> table.schema().indexOf(name) >= 0)) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
                .map(FoldComparison::read);
    }

    private static Folds read(Table table) {
        Map<String, Map<String, Map<Place, Measured>>> all = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            String model = String.valueOf(table.value(row, table.schema().indexOf("model"))); //$NON-NLS-1$
            Place place = new Place((long) number(table, "fold", row), (long) number(table, "repeat", row)); //$NON-NLS-1$ //$NON-NLS-2$
            for (Column column : table.schema().columns()) {
                if (column.type() == ColumnType.REAL && !COSTS.contains(column.name()) && !table.column(column.name()).isMissing(row)) {
                    all.computeIfAbsent(model, key -> new LinkedHashMap<>()).computeIfAbsent(column.name(), key -> new LinkedHashMap<>())
                            .put(place, new Measured(number(table, column.name(), row), number(table, TRAIN, row), number(table, TEST, row)));
                }
            }
        }
        return new Folds(all);
    }

    private static double number(Table table, String column, int row) {
        return table.column(column).asDouble(row);
    }
}
