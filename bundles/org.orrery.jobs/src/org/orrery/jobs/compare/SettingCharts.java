package org.orrery.jobs.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.jobs.search.RunFacts;

/** Settings of several runs against one of their figures: parallel coordinates over all of them, and points for each that is a number. */
public final class SettingCharts {
    private static final int LEAST_RUNS = 3;
    private static final int MOST_AXES = 8;

    private SettingCharts() {
    }

    /**
     * The charts; none for fewer than three runs with the figure, or when no setting differs among them.
     *
     * @param runs the facts of the runs by the words that the legend has for them; all values of each are read
     * @param figure the name of the figure
     */
    public static List<ChartSpec> of(Map<String, RunFacts> runs, String figure) {
        Map<String, RunFacts> measured = new LinkedHashMap<>();
        runs.forEach((label, facts) -> {
            if (facts.values().get(figure) instanceof Double) {
                measured.put(label, facts);
            }
        });
        List<String> differing = differing(measured);
        if (measured.size() < LEAST_RUNS || differing.isEmpty()) {
            return List.of();
        }
        List<ChartSpec> charts = new ArrayList<>();
        charts.add(parallel(measured, differing.subList(0, Math.min(MOST_AXES, differing.size())), figure));
        differing.stream().filter(name -> measured.values().stream().allMatch(facts -> facts.values().get(name) instanceof Double))
                .forEach(name -> charts.add(scatter(measured, name, figure)));
        return charts;
    }

    private static List<String> differing(Map<String, RunFacts> runs) {
        Set<String> names = new LinkedHashSet<>();
        runs.values().forEach(facts -> facts.values().keySet().stream().filter(name -> name.startsWith(RunFacts.SETTING)).forEach(names::add));
        return names.stream().filter(name -> runs.values().stream().map(facts -> Objects.toString(facts.values().get(name))).distinct().count() > 1).toList();
    }

    /** Every axis from its least to its largest value; words stand in the order of the alphabet. */
    private static ChartSpec parallel(Map<String, RunFacts> runs, List<String> names, String figure) {
        List<String> axes = new ArrayList<>(names);
        axes.add(figure);
        List<double[]> positions = axes.stream().map(name -> positions(runs, name)).toList();
        List<Series> series = new ArrayList<>();
        int run = 0;
        for (String label : runs.keySet()) {
            double[] x = new double[axes.size()];
            double[] y = new double[axes.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = i;
                y[i] = positions.get(i)[run];
            }
            series.add(new Series(label, x, y, Series.Role.DATA));
            run++;
        }
        return new ChartSpec("settings", NLS.bind(Messages.SettingCharts_parallel, last(figure)), Kind.LINE,
                Axis.categories(Messages.SettingCharts_settings, axes.stream().map(SettingCharts::label).toList()), Axis.linear(Messages.SettingCharts_share, 0, 1), series, "");
    }

    private static double[] positions(Map<String, RunFacts> runs, String name) {
        List<Object> values = new ArrayList<>();
        runs.values().forEach(facts -> values.add(facts.values().get(name)));
        boolean numbers = values.stream().allMatch(value -> value == null || value instanceof Double);
        List<String> words = values.stream().filter(Objects::nonNull).map(Object::toString).distinct().sorted().toList();
        double[] places = values.stream().mapToDouble(value -> value == null ? Double.NaN : numbers ? (Double) value : words.indexOf(value.toString())).toArray();
        double least = Arrays.stream(places).filter(place -> !Double.isNaN(place)).min().orElse(0);
        double most = Arrays.stream(places).filter(place -> !Double.isNaN(place)).max().orElse(0);
        return Arrays.stream(places).map(place -> most == least ? place - least + 0.5 : (place - least) / (most - least)).toArray();
    }

    private static ChartSpec scatter(Map<String, RunFacts> runs, String name, String figure) {
        List<Series> series = new ArrayList<>();
        runs.forEach((label, facts) -> series.add(new Series(label, new double[] {(Double) facts.values().get(name)}, new double[] {(Double) facts.values().get(figure)}, Series.Role.DATA)));
        return new ChartSpec(name, NLS.bind(Messages.SettingCharts_against, last(figure), label(name)), Kind.SCATTER, Axis.linear(label(name)), Axis.linear(last(figure)), series, "");
    }

    private static String label(String name) {
        return name.startsWith(RunFacts.SETTING) ? name.substring(RunFacts.SETTING.length()) : last(name);
    }

    private static String last(String figure) {
        return figure.substring(figure.lastIndexOf('.') + 1);
    }
}
