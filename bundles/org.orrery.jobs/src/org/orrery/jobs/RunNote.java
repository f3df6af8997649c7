package org.orrery.jobs;

/** Adds to what is noted about a run, which stands in its journal: that its model was applied to data that do not fit it, for example. */
public final class RunNote {
    private static final int MOST = 4_000;

    private RunNote() {
    }

    /**
     * Adds a line after those that are there; of a note that becomes too long the oldest lines go. Writes to disk: never on the user
     * interface thread.
     *
     * @throws RunException run-not-found, out-of-disk, or when the owner of the workspace does not answer
     */
    public static void add(Runs runs, StoredRun run, String line) throws RunException {
        String before = run.summary().note();
        String note = before.isEmpty() ? line : before + "\n" + line;
        while (note.length() > MOST && note.indexOf('\n') >= 0) {
            note = note.substring(note.indexOf('\n') + 1);
        }
        runs.note(run.summary().id(), note.length() > MOST ? note.substring(0, MOST) : note);
    }
}
