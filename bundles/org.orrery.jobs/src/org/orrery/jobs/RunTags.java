package org.orrery.jobs;

import java.util.ArrayList;
import java.util.List;

/** Tags with a meaning, and the way to add one to those that a run has. They are tags like all others: kept with the run, found, exported. */
public final class RunTags {
    /** Put away: not in the list unless it is asked for. */
    public static final String ARCHIVED = "archived";
    /** What later runs of the same analysis on the same data set are measured by. */
    public static final String BASELINE = "baseline";
    /** Worse than the baseline by more than chance. */
    public static final String REGRESSED = "regressed";

    private RunTags() {
    }

    /** Whether a run has that tag, whatever its case. */
    public static boolean has(RunSummary run, String tag) {
        return run.tags().stream().anyMatch(tag::equalsIgnoreCase);
    }

    /** Whether a run was put away. */
    public static boolean archived(RunSummary run) {
        return has(run, ARCHIVED);
    }

    /**
     * Adds some tags and takes others away; does nothing when that changes nothing. Writes to disk: never on the user interface thread.
     *
     * @throws RunException as {@link Runs#tag}
     */
    public static void change(Runs runs, RunSummary run, List<String> more, List<String> less) throws RunException {
        List<String> tags = new ArrayList<>(run.tags());
        less.forEach(gone -> tags.removeIf(gone.strip()::equalsIgnoreCase));
        more.stream().map(String::strip).filter(added -> tags.stream().noneMatch(added::equalsIgnoreCase)).forEach(tags::add);
        if (!tags.equals(run.tags())) {
            runs.tag(run.id(), tags);
        }
    }
}
