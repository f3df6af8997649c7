package org.orrery.ui.internal.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ListDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.analysis.AnalysisException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun.Artifact;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;
import org.orrery.ui.internal.score.KeptModel;

/** Copies a model that the selected run keeps to a file of the user's, and reads it back. */
public final class ExportModelHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.commands.exportModel.file"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof RunSummary run) {
            Shell shell = window.getShell();
            String title = NLS.bind(Messages.ExportModelHandler_title, run.id());
            Background.load(shell, title, () -> KeptModel.of(workspace.folders().open(run.id())), models -> choose(event, shell, run, models),
                    failure -> MessageDialog.openError(shell, title, String.valueOf(failure.getMessage())));
        }
        return null;
    }

    private static void choose(ExecutionEvent event, Shell shell, RunSummary run, List<KeptModel> models) {
        String title = NLS.bind(Messages.ExportModelHandler_title, run.id());
        if (models.isEmpty()) {
            MessageDialog.openInformation(shell, title, NLS.bind(Messages.ExportModelHandler_none, run.id()));
            return;
        }
        Optional<KeptModel> model = models.size() == 1 ? Optional.of(models.get(0)) : ask(shell, title, models);
        model.ifPresent(chosen -> {
            String name = chosen.artifact().path().getFileName().toString();
            int dot = name.lastIndexOf('.');
            try {
                List<String> endings = new ArrayList<>(List.of(dot > 0 ? name.substring(dot + 1) : "model")); //$NON-NLS-1$
                chosen.scorer().endings().forEach(ending -> endings.add(ending.substring(1)));
                Destination.of(event, FILE, shell, title, dot > 0 ? name.substring(0, dot) : name, endings)
                        .ifPresent(file -> Background.load(shell, title, () -> write(chosen, file),
                                sentence -> MessageDialog.openInformation(shell, title, sentence),
                                failure -> MessageDialog.openError(shell, title, String.valueOf(failure.getMessage()))));
            } catch (ExecutionException e) {
                ILog.of(ExportModelHandler.class).error(e.getMessage(), e);
            }
        });
    }

    private static Optional<KeptModel> ask(Shell shell, String title, List<KeptModel> models) {
        ListDialog dialog = new ListDialog(shell);
        dialog.setTitle(title);
        dialog.setMessage(Messages.ExportModelHandler_choose);
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(LabelProvider.createTextProvider(element -> ((KeptModel) element).artifact().id()));
        dialog.setInput(models);
        dialog.setInitialSelections(models.get(0));
        return dialog.open() == Window.OK && dialog.getResult().length > 0 ? Optional.of((KeptModel) dialog.getResult()[0]) : Optional.empty();
    }

    /** As it is, or in the form of other programs when the file has the ending of one; returns what to tell. */
    private static String write(KeptModel model, Path file) throws IOException, NoSuchAlgorithmException, AnalysisException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (model.scorer().endings().stream().anyMatch(name::endsWith)) {
            model.scorer().translate(model.artifact().path(), file);
            WorkbenchPreferences.rememberExport();
            return NLS.bind(Messages.ExportModelHandler_translated, file);
        }
        return NLS.bind(Messages.ExportModelHandler_done, copy(model.artifact(), file));
    }

    /** The file appears whole or not at all. */
    private static Path copy(Artifact model, Path file) throws IOException, NoSuchAlgorithmException {
        Path absolute = file.toAbsolutePath();
        Path next = absolute.resolveSibling(absolute.getFileName() + ".part"); //$NON-NLS-1$
        try {
            Files.copy(model.path(), next, StandardCopyOption.REPLACE_EXISTING);
            if (!sha256(next).equals(model.sha256())) {
                throw new IOException(NLS.bind(Messages.ExportModelHandler_damaged, absolute));
            }
            WorkbenchPreferences.rememberExport();
            return Files.move(next, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
