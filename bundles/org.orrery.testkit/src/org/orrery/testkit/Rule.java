package org.orrery.testkit;

/** What every analysis promises. The ids are stable. */
public enum Rule {
    /** The samples run to their end and the result is well formed. */
    COMPLETES("R1", "a run ends with a well-formed result"),
    /** Ids of units are unique and the same each time; units that may grow keep their ids. */
    UNITS("R2", "units are the same in every attempt"),
    /** An outcome read back from disk equals the one that was returned. */
    OUTCOMES("R3", "outcomes survive the disk"),
    /** A summary is possible of any outcomes, the same each time, at a cost linear in them. */
    SUMMARY("R4", "any outcomes can be summarised"),
    /** C1: a cancelled run ends within a second, whatever unit is at work, and shows no result. */
    CANCEL("C1", "cancel within a second"),
    /** C2: a stopped run keeps a valid result of what is there. */
    STOP("C2", "stop keeps a valid result"),
    /** C3: a run that was cut off and resumed ends with the same document as a straight one. */
    RESUME("C3", "a resumed run equals a straight one"),
    /** C4: the same seed gives the same bytes for one and two threads. */
    SEED("C4", "same seed, same bytes"),
    /** C5: neither the bundle nor what it uses reaches the user interface. */
    NO_UI("C5", "no user interface"),
    /** C6: progress never goes back and ends at 100 %. */
    PROGRESS("C6", "progress goes forward, to its end"),
    /** C7: an error in one unit leaves the outcomes of the others. */
    FAILURE("C7", "one failed unit leaves the others"),
    /** C8: a large sample fits into the heap that is promised. */
    HEAP("C8", "a large sample fits into its heap"),
    /** C9: settings survive JSON and {@code --set}, and every one is explained. */
    SETTINGS("C9", "settings survive JSON and --set"),
    /** C10: hostile data give a result or a sentence, never an error in the program. */
    HOSTILE("C10", "hostile data give a sentence"),
    /** C11: a stored result reads the same in another handle of the workspace. */
    STORED("C11", "a stored result reads the same"),
    /** C12: no thread, file or service is left behind. */
    LEFTOVERS("C12", "nothing is left behind");

    private final String id;
    private final String title;

    Rule(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The short stable id. */
    public String id() {
        return id;
    }

    /** The promise in a few words. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
