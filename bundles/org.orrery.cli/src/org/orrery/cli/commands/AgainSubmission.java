package org.orrery.cli.commands;

import java.util.List;
import java.util.stream.Collectors;

import org.orrery.cli.options.Arguments;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunAgain;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SampleAdvice;

/** {@code orrery run --again RUN}: the same settings, seed and data as those of a stored run; refused when something is not as it was. */
final class AgainSubmission implements RunCommand.Submission {
    static final String AGAIN = "again";
    static final String ANYWAY = "anyway";
    static final String ALL_ROWS = "all-rows";
    /** What would make it another run. */
    private static final List<String> CHANGES = List.of("data", "set", "settings", "seed");

    private final Session session;
    private final long run;

    private AgainSubmission(Session session, long run) {
        this.session = session;
        this.run = run;
    }

    static AgainSubmission of(Session session) throws RunException {
        Arguments arguments = session.arguments();
        if (!arguments.operands().isEmpty() || CHANGES.stream().anyMatch(arguments::has)) {
            throw new RunException(Code.BAD_USAGE, Messages.AgainSubmission_alone);
        }
        return new AgainSubmission(session, Session.run(arguments.value(AGAIN).orElseThrow()));
    }

    @Override
    public RunRequest request(Connection connection) throws RunException {
        session.interruption().onRequest(() -> { });
        DataInput data = new DataInput(session);
        RunAgain again = RunAgain.of(connection.folders().open(run), session.services().analyses(),
                stored -> connection.importFile(stored.source(), stored.options(), data.progress(stored.name())));
        if (!again.differences().isEmpty()) {
            String sentences = again.differences().stream().map(RunAgain.Difference::message).collect(Collectors.joining(" "));
            if (!session.arguments().has(ANYWAY)) {
                throw new RunException(Code.BAD_DATA, Messages.bind(Messages.AgainSubmission_differs, run, sentences));
            }
            session.terminal().message(sentences);
        }
        return session.arguments().has(ALL_ROWS) ? SampleAdvice.onAllRows(again.request()) : again.request();
    }
}
