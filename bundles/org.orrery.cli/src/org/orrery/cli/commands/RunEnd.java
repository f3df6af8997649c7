package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.orrery.cli.ExitCode;
import org.orrery.cli.output.RunText;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/** What is said when a run that was followed has ended. */
final class RunEnd {
    /** What the user can put right: such a run counts as bad input rather than as a failure. */
    private static final Set<Code> INPUT = Set.of(Code.BAD_SETTING, Code.MISSING_COLUMN, Code.BAD_DATA, Code.UNREADABLE_FILE,
            Code.NOT_ENOUGH_DATA);

    private final Session session;
    private final Connection connection;

    RunEnd(Session session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * Writes files and the result, and says how the process ends.
     *
     * @throws RunException the error of the run when its input was bad
     */
    ExitCode finish(RunSummary ended, Optional<OutFolder> out) throws RunException, IOException {
        StoredRun run = connection.folders().open(ended.id());
        RunState state = run.summary().state();
        Optional<Problem> error = run.error();
        if (state == RunState.FAILED && error.filter(problem -> INPUT.contains(problem.code())).isPresent()) {
            throw new RunException(List.of(error.get()), null);
        }
        RunOutput output = new RunOutput(session);
        if (out.isPresent()) {
            out.get().write(run);
            output.document(run, out.get());
        } else {
            output.document(run);
        }
        RunText text = new RunText(run, session.terminal().width(), session.names(run.summary().analysis()));
        text.result().forEach(session.terminal()::print);
        error.ifPresent(problem -> session.terminal().error(problem.message()));
        out.ifPresent(folder -> session.terminal().print(Messages.bind(Messages.RunEnd_out, folder.path())));
        session.terminal().print(Messages.bind(Messages.RunEnd_show, session.commandFor("show " + ended.id())));
        if (state == RunState.INTERRUPTED) {
            session.terminal().error(Messages.bind(Messages.RunEnd_resume, ended.id(), session.commandFor("resume " + ended.id())));
        }
        boolean held = ended.state() == RunState.PAUSED && !session.interruption().requested();
        return held ? ExitCode.COMPLETED : ExitCode.of(state);
    }
}
