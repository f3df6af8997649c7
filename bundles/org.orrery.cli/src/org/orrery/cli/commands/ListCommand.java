package org.orrery.cli.commands;

import java.util.List;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.AnalysisDocuments;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;

/** {@code orrery list}: the installed analyses. */
final class ListCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("list", "", 0, 0, List.of(), Messages.ListCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        List<AnalysisDescriptor> analyses = session.services().analyses().analyses();
        session.document(AnalysisDocuments.list(analyses));
        TextTable table = new TextTable().column(Messages.ListCommand_analysis, Side.LEFT)
                .column(Messages.ListCommand_category, Side.LEFT).column(Messages.ListCommand_name, Side.LEFT);
        analyses.forEach(analysis -> table.row(analysis.id(), analysis.category(), analysis.name()));
        session.terminal().print(analyses.isEmpty() ? Messages.ListCommand_none : table.text());
        return ExitCode.COMPLETED;
    }
}
