package org.orrery.ui.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.search.RunFacts;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Formats;
import org.orrery.ui.RunTexts;
import org.orrery.ui.internal.result.CurveCharts;
import org.orrery.ui.internal.result.HeadlineFigure;

/**
 * Several stored runs side by side. Immutable.
 *
 * @param runs the runs in the order in which they are shown
 * @param names what is read for the words of each
 * @param curves what the units of each have reported, labelled with the run
 * @param confidence how sure their differences are
 * @param reasons what every run differs from the first in, ranked
 * @param facts what the runs were asked and what came of them, by what the reader calls them
 */
record Comparison(List<StoredRun> runs, List<Names> names, List<CurveCharts.Labelled> curves, List<List<String>> confidence, List<List<String>> reasons,
        Map<String, RunFacts> facts) {
    /**
     * Reads the runs: never on the user interface thread.
     *
     * @param known what is read for the words of analyses
     * @param sure says how sure differences are; null when nobody can
     */
    static Comparison read(Workspace workspace, AnalysisNames known, List<Long> ids, RunComparison sure) throws RunException {
        List<StoredRun> runs = new ArrayList<>();
        List<Names> names = new ArrayList<>();
        List<CurveCharts.Labelled> curves = new ArrayList<>();
        for (long id : ids) {
            StoredRun run = workspace.folders().open(id);
            runs.add(run);
            names.add(known.of(run.request().analysis()));
            for (Curve curve : workspace.folders().curves(id)) {
                curves.add(new CurveCharts.Labelled(id, NLS.bind(Messages.Comparison_of, id, names.getLast().unit(curve.unit())).strip(), curve));
            }
        }
        Reasons why = new Reasons(workspace.folders(), runs);
        return new Comparison(List.copyOf(runs), List.copyOf(names), List.copyOf(curves), sure == null ? List.of() : Confidence.lines(sure, runs, names.getFirst()), why.lines(), why.facts());
    }

    /** The headings: what a line is, then each run. */
    List<String> titles(String first) {
        List<String> titles = new ArrayList<>(List.of(first));
        runs.forEach(run -> titles.add(NLS.bind(Messages.Comparison_run, run.summary().id(), run.summary().name())));
        return titles;
    }

    /** The figures of all runs, one a line, with the spread that the result gives and the difference to the first run. */
    List<List<String>> figures() {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Map<String, HeadlineFigure>> values = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, HeadlineFigure> ofRun = new LinkedHashMap<>();
            HeadlineFigure.of(runs.get(i).result().orElse(Result.EMPTY), names.get(i)).forEach(figure -> {
                labels.putIfAbsent(figure.name(), figure.label());
                ofRun.put(figure.name(), figure);
            });
            values.add(ofRun);
        }
        List<List<String>> lines = new ArrayList<>();
        labels.forEach((name, label) -> {
            List<String> line = new ArrayList<>(List.of(label));
            for (int i = 0; i < runs.size(); i++) {
                HeadlineFigure figure = values.get(i).get(name);
                line.add(figure == null ? "" : i == 0 ? figure.value() : figure.value() + difference(name, i)); //$NON-NLS-1$
            }
            lines.add(line);
        });
        lines.add(facts(Messages.Comparison_state, run -> RunTexts.state(run.summary().state())));
        lines.add(facts(Messages.Comparison_seconds, run -> Formats.seconds(run.costs().totalSeconds())));
        lines.add(facts(Messages.Comparison_memory, run -> NLS.bind(Messages.Comparison_mebibytes, Formats.number(run.costs().allocatedMiB()))));
        return lines;
    }

    private String difference(String name, int run) {
        Optional<Figure> first = number(0, name);
        Optional<Figure> other = number(run, name);
        if (first.isEmpty() || other.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        double difference = (double) other.get().value() - (double) first.get().value();
        return NLS.bind(Messages.Comparison_difference, Formats.difference(other.get().format(), difference));
    }

    private Optional<Figure> number(int run, String name) {
        return runs.get(run).result().flatMap(result -> result.figure(name)).filter(figure -> figure.value() instanceof Double);
    }

    private List<String> facts(String label, java.util.function.Function<StoredRun, String> value) {
        List<String> line = new ArrayList<>(List.of(label));
        runs.forEach(run -> line.add(value.apply(run)));
        return line;
    }

    /**
     * The settings of all runs, one a line.
     *
     * @param onlyDifferent whether those are left out that are the same everywhere
     */
    List<List<String>> settings(boolean onlyDifferent) {
        List<Map<String, String>> flat = runs.stream().map(Comparison::flat).toList();
        TreeSet<String> names = new TreeSet<>();
        flat.forEach(values -> names.addAll(values.keySet()));
        List<List<String>> lines = new ArrayList<>();
        for (String name : names) {
            List<String> line = new ArrayList<>(List.of(name));
            flat.forEach(values -> line.add(values.getOrDefault(name, ""))); //$NON-NLS-1$
            if (!onlyDifferent || line.subList(1, line.size()).stream().distinct().count() > 1) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Map<String, String> flat(StoredRun run) {
        Map<String, String> values = new LinkedHashMap<>();
        collect(values, "", run.request().settings()); //$NON-NLS-1$
        values.put("--seed", Long.toString(run.request().seed())); //$NON-NLS-1$
        run.request().inputs().forEach((name, datasets) -> values.put("--data " + name, //$NON-NLS-1$
                String.join(", ", datasets.stream().map(dataset -> dataset.name() + ' ' + dataset.sha256().substring(0, Math.min(8, dataset.sha256().length()))).toList()))); //$NON-NLS-1$
        return values;
    }

    private static void collect(Map<String, String> values, String prefix, Map<?, ?> settings) {
        settings.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(values, prefix + key + '.', inner);
            } else {
                values.put(prefix + key, Objects.toString(value, "")); //$NON-NLS-1$
            }
        });
    }

    /** The charts that more than one run has, with the series of all of them. */
    List<ChartSpec> charts() {
        Map<String, List<ChartSpec>> byId = new LinkedHashMap<>();
        Map<ChartSpec, Long> owner = new java.util.IdentityHashMap<>();
        for (StoredRun run : runs) {
            for (ChartSpec chart : run.result().orElse(Result.EMPTY).charts()) {
                byId.computeIfAbsent(chart.id(), id -> new ArrayList<>()).add(chart);
                owner.put(chart, run.summary().id());
            }
        }
        List<ChartSpec> merged = new ArrayList<>();
        byId.values().stream().filter(charts -> charts.size() > 1 && comparable(charts)).forEach(charts -> {
            List<Series> series = new ArrayList<>();
            charts.forEach(chart -> chart.series().stream().filter(one -> one.role() == Series.Role.DATA).forEach(one -> series.add(
                    new Series(NLS.bind(Messages.Comparison_of, owner.get(chart), one.name()), one.x(), one.y(), one.role()))));
            charts.get(0).series().stream().filter(one -> one.role() == Series.Role.REFERENCE).forEach(series::add);
            ChartSpec first = charts.get(0);
            merged.add(new ChartSpec(first.id(), first.title(), first.kind(), first.x(), first.y(), series, "")); //$NON-NLS-1$
        });
        return merged;
    }

    /** Names on an axis count from 0: only where all runs have the same names do positions mean the same. */
    private static boolean comparable(List<ChartSpec> charts) {
        return charts.stream().allMatch(chart -> chart.kind() == charts.get(0).kind() && chart.x().categories().equals(charts.get(0).x().categories())
                && chart.y().categories().equals(charts.get(0).y().categories()));
    }
}
