package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.orrery.analysis.Names;
import org.orrery.cli.ExitCode;
import org.orrery.cli.Interruption;
import org.orrery.cli.Services;
import org.orrery.cli.Terminal;
import org.orrery.cli.options.Arguments;
import org.orrery.cli.options.CommonOptions;
import org.orrery.cli.output.Json;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.models.ModelRegistry;

/**
 * What a command has at hand.
 *
 * @param arguments what the user wrote
 * @param terminal where results and messages go
 * @param services what other bundles offer
 * @param interruption how the user ends the work
 * @param folder the folder of the caller, absolute
 */
public record Session(Arguments arguments, Terminal terminal, Services services, Interruption interruption, Path folder) {
    private static final String DEFAULT_WORKSPACE = "orrery";
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The folder of the workspace: the one that was named, else {@code orrery} in the home of the user. */
    public Path workspace() throws RunException {
        String given = arguments.value(CommonOptions.WORKSPACE).orElse(null);
        return given == null ? Path.of(System.getProperty("user.home")).resolve(DEFAULT_WORKSPACE) : path(given);
    }

    /** The runs as they lie on disk, whoever owns the workspace. Writes nothing. */
    public RunFolders reader() throws RunException {
        return services.workspaces().read(workspace());
    }

    /** The models that have a name, as the tags of the runs on disk say. */
    ModelRegistry models() throws RunException {
        return new ModelRegistry(reader().list());
    }

    /** What people read for the words of that analysis; loads its class. */
    Names names(String analysis) throws RunException {
        return services.analyses().names(analysis);
    }

    /** What a command does with a workspace. */
    interface Work {
        /** Does it, and says how the process ends. */
        ExitCode with(Connection connection) throws RunException, IOException, InterruptedException;
    }

    /**
     * Changes the workspace: as its owner when it has none, else through its owner. When other processes have meanwhile
     * handed work to this one, it ends after that, unless the user wants an end.
     *
     * @throws RunException workspace-locked, naming an owner that does not answer
     */
    ExitCode in(Work work) throws RunException, IOException, InterruptedException {
        try (Connection connection = services.workspaces().connect(workspace())) {
            connection.owner().ifPresent(owner -> terminal.message(
                    Messages.bind(Messages.Session_handed, new Object[] {Long.toString(owner.process()), owner.user(), owner.host()})));
            try {
                return work.with(connection);
            } finally {
                release(connection);
            }
        }
    }

    private void release(Connection connection) throws InterruptedException {
        if (!interruption.requested() && !connection.retire(Duration.ZERO)) {
            terminal.message(Messages.Session_others);
            interruption.onRequest(() -> connection.runs().interruptAll(RunFollower.INTERRUPT_LIMIT));
            while (!interruption.requested() && !connection.retire(LOOK)) {
                continue;
            }
        }
    }

    /** A path as the user wrote it, from the folder of the caller. */
    public Path path(String written) throws RunException {
        try {
            return folder.resolve(written).normalize();
        } catch (InvalidPathException e) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.Session_path, written), e);
        }
    }

    /** The run that the first operand names. */
    public long run() throws RunException {
        return run(arguments.operands().get(0));
    }

    /** The runs that the operands name. */
    public List<Long> runs() throws RunException {
        List<Long> runs = new java.util.ArrayList<>();
        for (String operand : arguments.operands()) {
            runs.add(run(operand));
        }
        return runs;
    }

    /** The run that the word names. */
    static long run(String operand) throws RunException {
        if (!operand.matches("[1-9]\\d{0,17}")) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.Session_run, operand));
        }
        return Long.parseLong(operand);
    }

    /** A command line that this user can write to do something else in the same workspace. */
    public String commandFor(String words) {
        return arguments.value(CommonOptions.WORKSPACE).map(given -> "orrery " + words + " --workspace " + quoted(given))
                .orElse("orrery " + words);
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:\\\\+,=@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Writes the JSON document, given in plain form, when the user wants one. */
    void document(Object plain) {
        if (terminal.json()) {
            terminal.document(Json.of(plain));
        }
    }
}
