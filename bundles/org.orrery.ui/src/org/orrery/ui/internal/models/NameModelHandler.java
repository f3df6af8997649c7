package org.orrery.ui.internal.models;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.score.KeptModel;

/** Gives the model of the selected run a name, and shows it among the models. */
public final class NameModelHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        RunList list = window.getService(RunList.class);
        AnalysisNames names = window.getService(AnalysisNames.class);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof RunSummary run) {
            Background.load(window.getShell(), run.name(), () -> {
                names.of(run.analysis());
                return KeptModel.of(list.workspace().folders().open(run.id()));
            }, models -> ask(window, list, run, models, names.known(run.analysis()).orElse(Names.NONE)), failure -> refuse(window, failure));
        }
        return null;
    }

    private static void refuse(IWorkbenchWindow window, Exception failure) {
        MessageDialog.openError(window.getShell(), Messages.NameModelDialog_title, failure.getMessage());
    }

    private static void ask(IWorkbenchWindow window, RunList list, RunSummary run, List<KeptModel> models, Names names) {
        if (models.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.NameModelDialog_title, NLS.bind(Messages.NameModelHandler_none, run.id()));
            return;
        }
        NameModelDialog dialog = new NameModelDialog(window.getShell(), run, models.stream().map(each -> names.group(each.card().kind())).toList(),
                new ModelRegistry(list.runs()).versions().stream().map(ModelVersion::name).distinct().toList());
        if (dialog.open() == Window.OK) {
            Optional<String> artifact = models.size() == 1 ? Optional.empty() : Optional.of(models.get(dialog.model()).artifact().id());
            Background.load(window.getShell(), Messages.NameModelDialog_title, () -> {
                ModelRegistry now = new ModelRegistry(list.workspace().folders().list());
                now.add(list.workspace().runs(), list.workspace().folders().open(run.id()).summary(), dialog.name(), artifact, dialog.stage());
                return run;
            }, done -> show(window), failure -> refuse(window, failure));
        }
    }

    private static void show(IWorkbenchWindow window) {
        try {
            window.getActivePage().showView(ModelsView.ID);
        } catch (PartInitException e) {
            ILog.of(NameModelHandler.class).error(e.getMessage(), e);
        }
    }
}
