package org.orrery.analysis.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;

/**
 * Charts of what was tried against what came of it: of the runs of a history, or of the trials of a search. A setting that is the same everywhere has no
 * place in them. Immutable.
 */
public final class TrialCharts {
    private static final int LEAST = 3;
    private static final int MOST_AXES = 8;
    /** An axis over so many times its least value shows ratios. */
    private static final double WIDE = 100;

    private final String prefix;
    private final String figure;
    private final String tableId;
    private final UnaryOperator<String> labels;
    private final List<Trial> trials;
    private final List<String> differing;

    /**
     * One thing tried.
     *
     * @param name what the reader calls it
     * @param settings by name, each a Double or a String
     * @param figure what came of it; a trial without a number is left aside
     */
    public record Trial(String name, Map<String, Object> settings, double figure) {
        public Trial {
            Objects.requireNonNull(name, "name");
            settings = new LinkedHashMap<>(settings);
        }
    }

    /**
     * The charts of some trials.
     *
     * @param prefix what the ids of the charts begin with, in kebab-case
     * @param figure what the reader calls what came of them
     * @param trials in the order of the lines
     * @param labels what the reader calls a setting
     * @param tableId as in a {@link ChartSpec}
     */
    public TrialCharts(String prefix, String figure, List<Trial> trials, UnaryOperator<String> labels, String tableId) {
        this.prefix = prefix;
        this.figure = figure;
        this.labels = labels;
        this.tableId = tableId;
        this.trials = trials.stream().filter(trial -> Double.isFinite(trial.figure())).toList();
        this.differing = differing(this.trials);
    }

    private static List<String> differing(List<Trial> trials) {
        Set<String> names = new LinkedHashSet<>();
        trials.forEach(trial -> names.addAll(trial.settings().keySet()));
        return names.stream().filter(name -> trials.stream().map(trial -> Objects.toString(trial.settings().get(name))).distinct().count() > 1).toList();
    }

    /** Whether there is anything to see: at least three trials with a number, and a setting in which they differ. */
    public boolean any() {
        return trials.size() >= LEAST && !differing.isEmpty();
    }

    /** A line for each trial across its settings to what came of it; of many settings the first eight. */
    public List<ChartSpec> parallel(String title) {
        if (!any()) {
            return List.of();
        }
        List<String> shown = differing.subList(0, Math.min(MOST_AXES, differing.size()));
        List<Axis> scales = new ArrayList<>(shown.stream().map(this::axis).toList());
        scales.add(Axis.linear(figure));
        double[] places = IntStream.range(0, scales.size()).asDoubleStream().toArray();
        List<Series> series = trials.stream().map(trial -> {
            double[] values = Arrays.copyOf(IntStream.range(0, shown.size()).mapToDouble(i -> place(trial, shown.get(i), scales.get(i))).toArray(), scales.size());
            values[shown.size()] = trial.figure();
            return new Series(trial.name(), places, values, Series.Role.DATA);
        }).toList();
        return List.of(new ChartSpec(prefix, title, Kind.PARALLEL, Axis.categories(Messages.TrialCharts_settings, scales.stream().map(Axis::label).toList()),
                Axis.linear(Messages.TrialCharts_case), series, tableId, scales));
    }

    /** What came of the trials against each setting that is a number; a trial without it has no point. */
    public List<ChartSpec> scatters() {
        return !any() ? List.of() : numbers().stream().map(name -> {
            List<Series> series = with(name).map(trial -> new Series(trial.name(), new double[] {number(trial, name)}, new double[] {trial.figure()}, Series.Role.DATA)).toList();
            return new ChartSpec(prefix + '-' + word(name), NLS.bind(Messages.TrialCharts_against, figure, labels.apply(name)), Kind.SCATTER, axis(name), Axis.linear(figure),
                    series, tableId);
        }).toList();
    }

    /** What came of the trials over each two settings that are numbers: as many as asked for, those of the first settings first. */
    public List<ChartSpec> contours(int most) {
        List<ChartSpec> charts = new ArrayList<>();
        List<String> names = any() ? numbers() : List.of();
        for (int second = 1; second < names.size(); second++) {
            for (int first = 0; first < second && charts.size() < most; first++) {
                ChartSpec chart = contour(names.get(first), names.get(second));
                if (chart.series().size() >= LEAST) {
                    charts.add(chart);
                }
            }
        }
        return charts;
    }

    private ChartSpec contour(String across, String up) {
        List<Series> series = with(across).filter(trial -> trial.settings().get(up) != null).map(trial -> new Series(trial.name(), new double[] {number(trial, across)},
                new double[] {number(trial, up)}, Series.Role.DATA, new double[] {trial.figure()})).toList();
        return new ChartSpec(prefix + '-' + word(across) + '-' + word(up), NLS.bind(Messages.TrialCharts_over, new Object[] {figure, labels.apply(across), labels.apply(up)}),
                Kind.CONTOUR, axis(across), axis(up), series, tableId, List.of(Axis.linear(figure)));
    }

    /** Where all that is there is a number, and enough is. */
    private List<String> numbers() {
        return differing.stream().filter(name -> with(name).count() >= LEAST && with(name).allMatch(trial -> trial.settings().get(name) instanceof Double)).toList();
    }

    private Stream<Trial> with(String name) {
        return trials.stream().filter(trial -> trial.settings().get(name) != null);
    }

    private static double number(Trial trial, String name) {
        return (Double) trial.settings().get(name);
    }

    /** Numbers from the least to the largest, in ratios when they are far apart; words in the order of the alphabet. */
    private Axis axis(String name) {
        List<Object> values = trials.stream().map(trial -> trial.settings().get(name)).filter(Objects::nonNull).distinct().toList();
        if (!values.stream().allMatch(Double.class::isInstance)) {
            return Axis.categories(labels.apply(name), values.stream().map(Object::toString).distinct().sorted().toList());
        }
        double least = values.stream().mapToDouble(Double.class::cast).min().orElse(0);
        double most = values.stream().mapToDouble(Double.class::cast).max().orElse(0);
        return new Axis(labels.apply(name), Double.NaN, Double.NaN, least > 0 && most / least >= WIDE, List.of());
    }

    private static double place(Trial trial, String name, Axis axis) {
        Object value = trial.settings().get(name);
        return value == null ? Double.NaN : axis.categories().isEmpty() ? (Double) value : axis.categories().indexOf(value.toString());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
