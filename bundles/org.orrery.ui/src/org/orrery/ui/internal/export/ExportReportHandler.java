package org.orrery.ui.internal.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunReports;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/** Writes a document over the selected runs: figures, findings, charts, tables, settings. */
public final class ExportReportHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.commands.exportReport.file"; //$NON-NLS-1$
    private static final String USUAL = "html"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<Long> runs = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
            if (element instanceof RunSummary run) {
                runs.add(run.id());
            }
        }
        runs.sort(null);
        RunReports reports = window.getService(RunReports.class);
        if (!runs.isEmpty() && reports != null) {
            List<String> formats = reports.formats().stream().sorted(Comparator.comparing((String format) -> !format.equals(USUAL))).toList();
            String name = NLS.bind(Messages.ExportReportHandler_name, runs.stream().map(String::valueOf).collect(Collectors.joining("-"))); //$NON-NLS-1$
            Optional<Path> file = Destination.of(event, FILE, window.getShell(), Messages.ExportReportHandler_title, name, formats);
            file.ifPresent(chosen -> write(window, reports, runs, chosen));
        }
        return null;
    }

    private static void write(IWorkbenchWindow window, RunReports reports, List<Long> runs, Path file) {
        Shell shell = window.getShell();
        Workspace workspace = window.getService(Workspace.class);
        Background.load(shell, Messages.ExportReportHandler_title, () -> write(workspace, reports, runs, file),
                written -> MessageDialog.openInformation(shell, Messages.ExportReportHandler_title, NLS.bind(Messages.ExportReportHandler_done, written)),
                failure -> MessageDialog.openError(shell, Messages.ExportReportHandler_title, String.valueOf(failure.getMessage())));
    }

    private static Path write(Workspace workspace, RunReports reports, List<Long> ids, Path file) throws RunException, IOException {
        String name = String.valueOf(file.getFileName());
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!reports.formats().contains(format)) {
            throw new IOException(NLS.bind(Messages.ExportReportHandler_format, name, String.join(", ", reports.formats()))); //$NON-NLS-1$
        }
        List<StoredRun> runs = new ArrayList<>();
        for (long id : ids) {
            runs.add(workspace.folders().open(id));
        }
        reports.write(runs, format, file);
        WorkbenchPreferences.rememberExport();
        return file;
    }
}
