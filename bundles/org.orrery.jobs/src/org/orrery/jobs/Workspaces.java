package org.orrery.jobs;

import java.nio.file.Path;
import java.util.List;

import org.orrery.data.Dataset;

/** Opens workspaces; a service. */
public interface Workspaces {
    /**
     * Becomes the owner of the workspace in that folder, made when it is not there. Runs that a dead process left at work
     * are then INTERRUPTED.
     *
     * @throws RunException workspace-locked, with the holder's process, host and user, or why the folder cannot be used
     */
    Workspace open(Path folder) throws RunException;

    /**
     * The same, with analyses of the caller's choice instead of the installed ones: for tests, and for tools that bring their own.
     *
     * @throws RunException as {@link #open(Path)}
     */
    Workspace open(Path folder, AnalysisCatalog analyses) throws RunException;

    /**
     * A way to the workspace in that folder, made when it is not there: this process becomes its owner when it has none, else
     * it talks to the owner.
     *
     * @throws RunException workspace-locked, naming the owner, when that does not answer within five seconds (fifteen while it
     *     is still opening the workspace) or takes no orders from this user; or why the folder cannot be used
     */
    Connection connect(Path folder) throws RunException;

    /** The runs of a workspace that may belong to another process; none when the folder is not there. */
    RunFolders read(Path folder);

    /** The data sets that a workspace keeps which may belong to another process, in order of name; none when the folder is not there. Reads files, writes none. */
    List<Dataset> datasets(Path folder);

    /** Answers about the runs of a workspace that may belong to another process. */
    RunAnswers answers(Path folder);
}
