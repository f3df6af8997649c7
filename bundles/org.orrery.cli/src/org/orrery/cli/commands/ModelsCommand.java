package org.orrery.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.Numbers;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;

/** {@code orrery models [NAME]}: the models that have a name, with their versions. Reads run folders alone, whoever owns the workspace. */
final class ModelsCommand implements Command {
    private static final int DIGITS = 12;

    @Override
    public Syntax syntax() {
        return new Syntax("models", "[NAME]", 0, 1, List.of(), Messages.ModelsCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException {
        ModelRegistry registry = session.models();
        List<String> operands = session.arguments().operands();
        if (!operands.isEmpty() && registry.versions(operands.get(0)).isEmpty()) {
            registry.find(operands.get(0));
        }
        List<ModelVersion> versions = operands.isEmpty() ? registry.versions() : registry.versions(operands.get(0));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ModelVersion version : versions) {
            lines.add(plain(session, version));
        }
        session.document(Map.of("models", lines));
        session.terminal().print(lines.isEmpty() ? Messages.bind(Messages.ModelsCommand_none, session.workspace()) : table(session, versions, lines).text());
        return ExitCode.COMPLETED;
    }

    /** One version, in plain form. */
    static Map<String, Object> plain(Session session, ModelVersion version) throws RunException {
        RunSummary run = version.run();
        Optional<StoredRun.Artifact> file = file(session, version);
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", version.name());
        plain.put("version", version.version());
        plain.put("stages", version.stages());
        plain.put("run", run.id());
        plain.put("analysis", run.analysis());
        plain.put("dataset", run.dataset());
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("name", run.bestName());
        figure.put("value", Double.isNaN(run.bestValue()) ? null : run.bestValue());
        plain.put("bestFigure", run.bestName().isEmpty() ? null : figure);
        plain.put("finished", run.finished().map(Object::toString).orElse(null));
        plain.put("model", file.map(StoredRun.Artifact::id).orElse(null));
        plain.put("path", file.map(each -> each.path().toString()).orElse(null));
        plain.put("bytes", file.map(StoredRun.Artifact::bytes).orElse(null));
        plain.put("sha256", file.map(StoredRun.Artifact::sha256).orElse(null));
        return plain;
    }

    /** Its file; empty when the run keeps it no more. */
    private static Optional<StoredRun.Artifact> file(Session session, ModelVersion version) throws RunException {
        List<KeptModel> kept = KeptModel.all(session, session.reader().open(version.version()));
        return kept.stream().map(KeptModel::artifact).filter(each -> version.artifact().isEmpty() ? kept.size() == 1 : each.id().equals(version.artifact()))
                .findFirst();
    }

    private static TextTable table(Session session, List<ModelVersion> versions, List<Map<String, Object>> lines) throws RunException {
        TextTable table = new TextTable().column(Messages.ModelsCommand_headName, Side.LEFT).column(Messages.ModelsCommand_headVersion, Side.RIGHT)
                .column(Messages.ModelsCommand_headStages, Side.LEFT).column(Messages.ModelsCommand_headAnalysis, Side.LEFT)
                .column(Messages.ModelsCommand_headKind, Side.LEFT).column(Messages.ModelsCommand_headData, Side.LEFT)
                .column(Messages.ModelsCommand_headFigure, Side.LEFT).column(Messages.ModelsCommand_headValue, Side.RIGHT)
                .column(Messages.ModelsCommand_headSize, Side.RIGHT).column(Messages.ModelsCommand_headSha, Side.LEFT);
        for (int i = 0; i < lines.size(); i++) {
            RunSummary run = versions.get(i).run();
            Object bytes = lines.get(i).get("bytes");
            Object sha = lines.get(i).get("sha256");
            Object model = lines.get(i).get("model");
            table.row(versions.get(i).name(), Long.toString(versions.get(i).version()), String.join(", ", versions.get(i).stages()), run.analysis(),
                    model == null ? "" : model.toString().replaceFirst("^model\\.", ""), run.dataset(), session.names(run.analysis()).figure(run.bestName()),
                    Numbers.text(run.bestValue()), bytes instanceof Long size ? String.format(Locale.ROOT, "%.1f", size / 1024.0) : "",
                    sha == null ? "" : sha.toString().substring(0, DIGITS));
        }
        return table;
    }
}
