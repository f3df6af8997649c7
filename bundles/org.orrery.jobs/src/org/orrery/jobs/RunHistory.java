package org.orrery.jobs;

import java.util.List;

/**
 * The searchable index over all run folders of a workspace. It holds nothing that the run folders do not hold: it can be
 * deleted and is rebuilt. Owned by the process that owns the workspace; thread-safe; never call it on the user interface thread.
 */
public interface RunHistory extends AutoCloseable {
    /**
     * What is looked for.
     *
     * @param state only runs in this state; null: in any
     * @param analysis only runs of this analysis; empty: of any
     * @param text a part of the name, of a tag or of the note, any case; empty: anything
     * @param limit at most so many, newest first
     */
    record Query(RunState state, String analysis, String text, int limit) {
        /** Everything. */
        public static final Query ALL = new Query(null, "", "", Integer.MAX_VALUE);
    }

    /** Puts in or replaces one run. */
    void put(RunSummary run);

    /** Takes out one run. */
    void remove(long run);

    /** The runs that fit, newest first. */
    List<RunSummary> find(Query query);

    /** What was found damaged or gone and was made again since it was opened, in sentences for the user. */
    default List<String> repairs() {
        return List.of();
    }

    @Override
    void close();
}
