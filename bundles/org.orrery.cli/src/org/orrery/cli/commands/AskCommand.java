package org.orrery.cli.commands;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.SettingsInput;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.ResultText;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.document.AnswerDocument;

/** {@code orrery ask RUN [--set NAME=VALUE]}: another threshold, other costs, answered from what a run has stored. */
final class AskCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("ask", "RUN", 1, 1, List.of(Option.values("set", "NAME=VALUE", Messages.AskCommand_set),
                Option.value(RunCommand.OUT, "DIR", Messages.AskCommand_out), OutFolder.pictures()), Messages.AskCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException {
        long run = session.run();
        Optional<OutFolder> out = OutFolder.of(session);
        String analysis = session.reader().open(run).request().analysis();
        SettingsSchema<?> schema = session.services().analyses().find(analysis).questions()
                .orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.bind(Messages.AskCommand_none, analysis)));
        Map<String, Object> question = new SettingsInput(schema).read(Optional.empty(), session.arguments().values("set"));
        Result answer = session.services().workspaces().answers(session.workspace()).ask(run, question);
        if (out.isPresent()) {
            out.get().write(run, question, answer);
        }
        if (session.terminal().json()) {
            StringWriter text = new StringWriter();
            if (out.isPresent()) {
                out.get().answer(run, question, answer, text);
            } else {
                AnswerDocument.write(run, question, answer, table -> Optional.empty(), chart -> Optional.empty(), text);
            }
            session.terminal().document(text.toString().stripTrailing());
        } else {
            new ResultText(session.terminal().width(), session.names(analysis)).lines(answer).stream().dropWhile(String::isEmpty)
                    .forEach(session.terminal()::print);
        }
        return ExitCode.COMPLETED;
    }
}
