package org.orrery.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.result.Result;

/** Carries out runs in the process that owns the workspace. Thread-safe. No method waits for work, except {@link #await}. */
public interface Runs {
    /**
     * Checks the request and puts it into the queue; when this returns the run is on disk.
     *
     * @return the number of the run
     * @throws RunException unknown-analysis, bad-setting, missing-column, bad-usage (inputs), out-of-disk
     */
    long submit(RunRequest request) throws RunException;

    /** The runs that wait: their order, and what decides about it. */
    RunQueue queue();

    /**
     * Puts an ended run into the queue again, as a new attempt that keeps every committed outcome, and takes in what units have left that ended
     * after it. Lets a held one go on.
     *
     * @throws RunException run-not-found; not-resumable with the reason: its state, a data set that changed, an analysis
     *     that is not installed
     */
    void resume(long run) throws RunException;

    /**
     * Puts an ended run, a completed one too, into the queue again with settings that have grown. Every committed outcome is
     * kept; only units that come after new ones are done again. Without a change this is {@link #resume}.
     *
     * @param settings in plain form; what is not given stays, also inside a group. Those marked
     *     {@code org.orrery.analysis.settings.Extends} may grow, a number to a larger one and a list at its end; all others
     *     are frozen
     * @throws RunException as {@link #resume}; bad-setting for one that is frozen, shrinks, or does not fit the data
     */
    void extend(long run, Map<String, ?> settings) throws RunException;

    /** Ends a run without a result; its outcomes stay until the run is deleted. Does nothing when it has ended. */
    void cancel(long run) throws RunException;

    /**
     * Lets running units end, does the closing ones, and keeps the result of what is there; without any outcome there is
     * nothing to keep, and the run is cancelled. Does nothing when it has ended.
     */
    void stop(long run) throws RunException;

    /** Holds a run: nothing new begins, and running units end first. One that waits in the queue keeps its place there. */
    void pause(long run) throws RunException;

    /** Lets a held run go on. */
    void proceed(long run) throws RunException;

    /** Ends the work on a run without closing units, so that it can be resumed. Does nothing when it has ended. */
    void interrupt(long run) throws RunException;

    /**
     * Ends all work without closing units, so that the runs can be resumed, and waits at most that long. Nothing begins any more
     * until the workspace is opened again; what waits keeps its place in the queue.
     */
    void interruptAll(Duration limit);

    /**
     * Does the rest of a group of units no more, a model for example, in this attempt: those at work end, the others do not
     * begin, and all count as skipped. The rest of the run goes on. A resumed run tries them again.
     *
     * @throws RunException run-not-found; bad-usage when the run has ended or has no such group
     */
    void skip(long run, String group) throws RunException;

    /**
     * Limits the time of a group of units in this attempt, counted from the beginning of the first of them. When it is over
     * the rest of the group is skipped as by {@link #skip}; a unit can see the end coming by its deadline.
     *
     * @param limit above 0; in place of a limit given before
     * @throws RunException run-not-found; bad-usage when the run has ended or has no such group
     */
    void budget(long run, String group, Duration limit) throws RunException;

    /**
     * Gives a group of units that much time from now on, in place of a limit given before: two more minutes for one that has none left soon. As
     * {@link #budget} otherwise.
     *
     * @throws RunException as {@link #budget}
     */
    void grant(long run, String group, Duration more) throws RunException;

    /**
     * The groups of units of a run at work, a model each for example, as far as they are known; empty when it is not at work.
     *
     * @throws RunException when the owner of the workspace does not answer
     */
    List<String> groups(long run) throws RunException;

    /**
     * Why a run has not begun, in a sentence or two with what it is expected to need; empty when it does not wait.
     *
     * @throws RunException when the owner of the workspace does not answer
     */
    Optional<String> waitsFor(long run) throws RunException;

    /**
     * Gives a run the user's words, in place of those it had; at any time, also long after its end. Kept with the run and found by
     * {@link RunHistory#find}.
     *
     * @param tags at most 100 of 1 to 100 characters; blanks around them and repetitions are taken away
     * @throws RunException run-not-found, bad-usage, out-of-disk
     */
    void tag(long run, List<String> tags) throws RunException;

    /**
     * Keeps what the user has to say about a run, in place of what was said before; at any time. Kept as {@link #tag}.
     *
     * @param note at most 4,000 characters; empty for nothing
     * @throws RunException run-not-found, bad-usage, out-of-disk
     */
    void note(long run, String note) throws RunException;

    /**
     * Throws away what units of an ended run left that ended after it ({@link StoredRun#late}), so that a resumed run does them again. Does nothing
     * where there is none.
     *
     * @throws RunException run-not-found; bad-usage while the run has not ended; out-of-disk
     */
    void dropLate(long run) throws RunException;

    /**
     * Deletes an ended run with all it holds.
     *
     * @throws RunException run-not-found; bad-usage while it has not ended
     */
    void delete(long run) throws RunException;

    /**
     * Takes a run that was exported from this or another workspace, as a new one that has ended. What it needs to be resumed, its data
     * set above all, may be missing here.
     *
     * @param file absolute: the owner has a folder of its own
     * @return its number here
     * @throws RunException unreadable-file; bad-data when it is none or damaged; out-of-disk
     */
    long add(Path file) throws RunException;

    /** Waits until the run has ended or the time is over, and says what it is then doing. */
    RunSummary await(long run, Duration limit) throws RunException, InterruptedException;

    /** The newest live or final result of a run that was at work in this process. */
    Optional<Result> result(long run);

    /** Adds a listener; adding it twice has no effect. */
    void addListener(RunListener listener);

    /** Takes a listener away. */
    void removeListener(RunListener listener);
}
