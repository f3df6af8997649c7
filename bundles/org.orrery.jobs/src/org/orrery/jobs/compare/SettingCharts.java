package org.orrery.jobs.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.compare.TrialCharts;
import org.orrery.analysis.compare.TrialCharts.Trial;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.search.RunFacts;

/** Settings of several runs against one of their figures: parallel coordinates over all of them, points for each that is a number, a surface for each two. */
public final class SettingCharts {
    private static final int LEAST_RUNS = 3;
    private static final int MOST_SURFACES = 10;

    private SettingCharts() {
    }

    /**
     * The charts; none for fewer than three runs with the figure, or when no setting differs among them.
     *
     * @param runs the facts of the runs by the words that the legend has for them; all values of each are read
     * @param figure the name of the figure
     * @param label what the reader calls the figure
     */
    public static List<ChartSpec> of(Map<String, RunFacts> runs, String figure, String label) {
        List<Trial> trials = new ArrayList<>();
        runs.forEach((name, facts) -> {
            if (facts.values().get(figure) instanceof Double value) {
                trials.add(new Trial(name, settings(facts), value));
            }
        });
        TrialCharts charts = new TrialCharts("settings", label, trials, SettingCharts::label, "");
        List<ChartSpec> all = new ArrayList<>(charts.parallel(NLS.bind(Messages.SettingCharts_parallel, label)));
        all.addAll(charts.contours(MOST_SURFACES));
        all.addAll(charts.scatters());
        return all;
    }

    /** The figures that at least three of these runs have as a number, those of the first run first. */
    public static List<String> figures(Iterable<RunFacts> runs) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RunFacts facts : runs) {
            facts.values().forEach((name, value) -> {
                if (value instanceof Double && !name.startsWith(RunFacts.SETTING) && !name.equals("seed")) {
                    counts.merge(name, 1, Integer::sum);
                }
            });
        }
        return counts.entrySet().stream().filter(each -> each.getValue() >= LEAST_RUNS).map(Map.Entry::getKey).toList();
    }

    private static Map<String, Object> settings(RunFacts facts) {
        Map<String, Object> settings = new LinkedHashMap<>();
        facts.values().forEach((name, value) -> {
            if (name.startsWith(RunFacts.SETTING)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private static String label(String setting) {
        return setting.substring(RunFacts.SETTING.length());
    }
}
