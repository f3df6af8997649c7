package org.orrery.ui.internal.runs;

import java.util.List;
import java.util.Locale;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/** A tag with a meaning that a command gives or takes; plugin.xml names them in lower case. */
enum RunLabel {
    /** Put away. */
    ARCHIVE(RunTags.ARCHIVED, true),
    /** Shown again. */
    RESTORE(RunTags.ARCHIVED, false),
    /** What later runs are measured by. */
    BASELINE(RunTags.BASELINE, true),
    /** Not any more. */
    NOBASELINE(RunTags.BASELINE, false);

    private final String tag;
    private final boolean given;

    RunLabel(String tag, boolean given) {
        this.tag = tag;
        this.given = given;
    }

    static RunLabel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it would change something. Only a run with a result can be a baseline. */
    boolean applies(RunSummary run) {
        return RunTags.has(run, tag) != given && (this != BASELINE || run.state().ended() && !run.bestName().isEmpty());
    }

    /** Gives or takes the tag. Writes files: never on the user interface thread. */
    void apply(Runs runs, RunSummary run) throws RunException {
        change(runs, run, given);
    }

    /** Undoes it. Writes files as well. */
    void undo(Runs runs, RunSummary run) throws RunException {
        change(runs, run, !given);
    }

    private void change(Runs runs, RunSummary run, boolean give) throws RunException {
        RunTags.change(runs, run, give ? List.of(tag) : List.of(), give ? List.of() : List.of(tag));
    }
}
