package org.orrery.jobs.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.search.RunFacts;

/** Ranks what two runs differ in by how the figure went with it in all runs of the same analysis on the same data set. */
public final class WhyBetter {
    private static final int MOST_RUNS = 500;

    private WhyBetter() {
    }

    /**
     * The differences of two runs, the settings with the largest effect first, then those of which nothing is known; the surroundings stand
     * last. Reads files: never on the user interface thread.
     *
     * @param figure the name of a figure of both
     */
    public static List<RunDifference> of(RunFolders folders, RunSummary first, RunSummary second, String figure) {
        List<RunFacts> history = folders.list().stream().filter(run -> run.analysis().equals(first.analysis()) && run.dataset().equals(first.dataset()) && !run.bestName().isEmpty())
                .limit(MOST_RUNS).toList().parallelStream().map(run -> folders.facts(run.id())).toList();
        return of(folders.facts(first.id()), folders.facts(second.id()), figure, history);
    }

    /**
     * The same over facts that are known.
     *
     * @param history the facts of runs of the same analysis on the same data, those of the two among them; all values of each are read
     */
    public static List<RunDifference> of(RunFacts first, RunFacts second, String figure, Collection<RunFacts> history) {
        Set<String> names = new LinkedHashSet<>(first.values().keySet());
        names.addAll(second.values().keySet());
        List<RunDifference> differences = new ArrayList<>();
        for (String name : names) {
            boolean given = name.startsWith(RunFacts.SETTING) || name.startsWith(RunFacts.DATA) || name.equals("seed") || name.equals("version");
            Object a = first.values().get(name);
            Object b = second.values().get(name);
            if (given && !Objects.equals(a, b)) {
                double[] before = figures(history, figure, name, a);
                double[] after = figures(history, figure, name, b);
                differences.add(new RunDifference(name, text(a), text(b), mean(after) - mean(before), before.length, after.length));
            }
        }
        differences.sort(Comparator.comparing(RunDifference::setting).reversed().thenComparing(difference -> Double.isNaN(difference.effect()))
                .thenComparing(Comparator.comparingDouble((RunDifference difference) -> Math.abs(difference.effect())).reversed()));
        return differences;
    }

    private static double[] figures(Collection<RunFacts> history, String figure, String name, Object value) {
        return history.stream().filter(facts -> Objects.equals(facts.values().get(name), value)).map(facts -> facts.values().get(figure))
                .filter(Double.class::isInstance).mapToDouble(Double.class::cast).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Whole numbers without a fraction, as they were written. */
    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }
}
