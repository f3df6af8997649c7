package org.orrery.cli.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.orrery.analysis.AnalysisException;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

/** {@code orrery export RUN FILE.orun}: an ended run with all it holds as one file; {@code RUN MODEL.onnx}: its model for other programs. */
final class ExportCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("export", "RUN FILE.orun | [RUN] MODEL.onnx", 1, 2, List.of(KeptModel.NAMED), Messages.ExportCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        List<String> operands = session.arguments().operands();
        Path file = session.path(operands.get(operands.size() - 1));
        Map<String, Object> document = new LinkedHashMap<>();
        long run;
        if (isModel(session, file)) {
            KeptModel model = KeptModel.chosen(session, 2);
            run = model.run().summary().id();
            translate(model, file);
            document.put("run", run);
            document.put("model", model.artifact().id());
        } else if (operands.size() == 2) {
            run = session.run();
            session.reader().export(run, file);
            document.put("run", run);
        } else {
            throw new RunException(Code.BAD_USAGE, Messages.ExportCommand_noRun);
        }
        document.put("out", file.toString());
        session.document(document);
        session.terminal().print(Messages.bind(Messages.ExportCommand_done, run, file));
        return ExitCode.COMPLETED;
    }

    private static boolean isModel(Session session, Path file) {
        return session.services().scorers().stream().flatMap(scorer -> scorer.endings().stream()).anyMatch(ending -> ends(file, ending));
    }

    private static boolean ends(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static void translate(KeptModel model, Path file) throws RunException {
        if (model.scorer().endings().stream().noneMatch(ending -> ends(file, ending))) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ExportCommand_noForm, model.artifact().id(), file));
        }
        try {
            model.scorer().translate(model.artifact().path(), file);
        } catch (AnalysisException e) {
            throw KeptModel.refused(e);
        }
    }
}
