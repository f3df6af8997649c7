package org.orrery.cli.commands;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;

/** {@code orrery datasets}: the data sets that the workspace keeps, in order of name. Reads files alone, whoever owns the workspace. */
final class DatasetsCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("datasets", "", 0, 0, List.of(), Messages.DatasetsCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        List<Dataset> datasets = session.services().workspaces().datasets(session.workspace());
        session.document(Map.of("datasets", datasets.stream().map(DatasetsCommand::plain).toList()));
        session.terminal().print(datasets.isEmpty() ? Messages.bind(Messages.DatasetsCommand_none, session.workspace()) : table(datasets).text());
        return ExitCode.COMPLETED;
    }

    private static Map<String, Object> plain(Dataset dataset) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", dataset.name());
        plain.put("source", dataset.source().toString());
        plain.put("found", Files.exists(dataset.source()));
        plain.put("rows", dataset.rows());
        plain.put("columns", dataset.schema().size());
        plain.put("fileBytes", dataset.bytes());
        plain.put("modified", dataset.modified().toString());
        plain.put("sha256", dataset.sha256());
        return plain;
    }

    private static TextTable table(List<Dataset> datasets) {
        TextTable table = new TextTable().column(Messages.DatasetsCommand_headName, Side.LEFT).column(Messages.DatasetsCommand_headRows, Side.RIGHT)
                .column(Messages.DatasetsCommand_headColumns, Side.RIGHT).column(Messages.DatasetsCommand_headSize, Side.RIGHT)
                .column(Messages.DatasetsCommand_headFile, Side.LEFT);
        for (Dataset dataset : datasets) {
            String file = dataset.source().toString();
            table.row(dataset.name(), Long.toString(dataset.rows()), Integer.toString(dataset.schema().size()), String.format(Locale.ROOT, "%.1f", dataset.bytes() / 1024.0),
                    Files.exists(dataset.source()) ? file : Messages.bind(Messages.DatasetsCommand_gone, file));
        }
        return table;
    }
}
