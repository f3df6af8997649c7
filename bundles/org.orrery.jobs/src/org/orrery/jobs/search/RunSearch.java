package org.orrery.jobs.search;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;

/**
 * What runs are looked for. The language:
 *
 * <pre>
 * word "some words"            a part of name, note, tags, data set or analysis; or the number of the run
 * status:failed tag=baseline   a field that holds, or is, a word: name, note, tag, data, analysis, status, model
 * run > 17  best &lt; 0.4  units  failed   numbers; !=, &lt;=, &gt;= too
 * accuracy > 0.8   logLoss &lt; 40%         figures; those of the best model without its name
 * set.folds=10  set.target:species       settings
 * started:today  finished > 2026-11  submitted >= -7d   days, months, times, so long ago
 * duration > 5m   resumable:yes   has:note
 * a b   a and b   a or b   not a   -a   (a or b) c
 * </pre>
 *
 * Case does not matter but for the names of figures and settings. {@code and} binds closer than {@code or}. A run without a figure fits no
 * comparison with it. Immutable and thread-safe.
 */
public final class RunSearch {
    /** Finds every run. */
    public static final RunSearch ALL = new RunSearch("", (run, facts) -> Fit.YES);

    private final String text;
    private final Condition condition;

    private RunSearch(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Reads a search; an empty one finds every run.
     *
     * @param now what today and so long ago are counted from, and whose zone days are of
     * @throws RunException bad-usage, with the column in its sentence
     */
    public static RunSearch of(String text, ZonedDateTime now) throws RunException {
        return text.isBlank() ? ALL : new RunSearch(text, new SearchParser(text, Objects.requireNonNull(now, "now")).parse());
    }

    /** As the user has written it. */
    public String text() {
        return text;
    }

    /** Whether the run fits, where its line in the list decides; empty where its figures or settings do. */
    public Optional<Boolean> fits(RunSummary run) {
        return decided(condition.fit(Optional.of(run), Optional.empty()));
    }

    /** Whether the run fits, where its figures and settings decide; empty where its line in the list does. */
    public Optional<Boolean> fits(RunFacts facts) {
        return decided(condition.fit(Optional.empty(), Optional.of(facts)));
    }

    private static Optional<Boolean> decided(Fit fit) {
        return fit == Fit.OPEN ? Optional.empty() : Optional.of(fit == Fit.YES);
    }

    /** Whether the run fits. */
    public boolean fits(RunSummary run, RunFacts facts) {
        return condition.fit(Optional.of(run), Optional.of(facts)) == Fit.YES;
    }

    /**
     * The runs that fit, in their order.
     *
     * @param facts has the facts of a run by its number; asked on several threads, and only for runs that their line does not decide
     */
    public List<RunSummary> of(Collection<RunSummary> runs, LongFunction<RunFacts> facts) {
        return runs.parallelStream().filter(run -> fits(run).orElseGet(() -> fits(run, facts.apply(run.id())))).toList();
    }
}
