package org.orrery.analysis;

/** What the user sees of a unit while it runs. Cheap, thread-safe, may be called as often as one likes. */
public interface UnitProgress {
    /** Series whose names begin so tell of the machine, as memory does, and not of the work; their silence means nothing. */
    String SYSTEM = "system.";

    /** How serious a line of the log is. */
    enum Level {
        /** For the developer of the analysis. */
        DEBUG,
        /** For the curious user. */
        INFO,
        /** Something the user should know. */
        WARNING
    }

    /**
     * So many of so many steps are done.
     *
     * @param done steps done, from 0
     * @param total all steps, or −1 while unknown
     * @param what what one step is, in the plural: iterations, trees, rows
     */
    void worked(long done, long total, String what);

    /**
     * One value of a series, kept with the run.
     *
     * @param step the position on the x axis, such as an iteration
     */
    void metric(String name, long step, double value);

    /** A line of the log of the run. */
    void log(Level level, String message);
}
