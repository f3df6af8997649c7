package org.orrery.external.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.analysis.program.Programs;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;
import org.orrery.ui.DatasetList;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** From a data set to a program at work on it: the data set and a description, the configuration, the parameters, a last look. */
public final class ProgramWizard extends Wizard {
    private final IWorkbenchWindow window;
    private final ProgramDraft draft;
    private LookPage look;

    /** @param dataset the data set, when the user began with one */
    public ProgramWizard(IWorkbenchWindow window, Optional<Dataset> dataset) {
        this.window = window;
        this.draft = new ProgramDraft(dataset);
        setWindowTitle(Messages.ProgramWizard_title);
        setNeedsProgressMonitor(true);
    }

    /** The service that reads descriptions. */
    static Programs programs() {
        BundleContext context = FrameworkUtil.getBundle(Programs.class).getBundleContext();
        BundleContext own = context == null ? FrameworkUtil.getBundle(ProgramWizard.class).getBundleContext() : context;
        return own.getService(own.getServiceReference(Programs.class));
    }

    @Override
    public void addPages() {
        Programs programs = programs();
        addPage(new StartPage(draft, programs, window.getService(DatasetList.class)));
        addPage(new ConfigurationPage(draft));
        addPage(new ParametersPage(draft));
        look = new LookPage(draft, programs);
        addPage(look);
    }

    @Override
    public boolean canFinish() {
        IWizardPage page = getContainer().getCurrentPage();
        return page == look && look.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        RunRequest request = draft.request();
        Workspace workspace = window.getService(DatasetList.class).workspace();
        long[] run = new long[1];
        try {
            getContainer().run(true, false, monitor -> {
                monitor.beginTask(Messages.ProgramWizard_submitting, IProgressMonitor.UNKNOWN);
                try {
                    run[0] = workspace.runs().submit(request);
                } catch (RunException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            look.setErrorMessage(e.getCause().getMessage());
            return false;
        } catch (InterruptedException e) {
            // The dialog was torn down with the workbench; there is nobody left to tell.
            Thread.currentThread().interrupt();
            return false;
        }
        open(run[0]);
        return true;
    }

    private void open(long run) {
        Command command = window.getService(ICommandService.class).getCommand("org.orrery.ui.commands.showRun"); //$NON-NLS-1$
        try {
            window.getService(IHandlerService.class).executeCommand(
                    ParameterizedCommand.generateCommand(command, Map.of("org.orrery.ui.commands.showRun.run", Long.toString(run))), null); //$NON-NLS-1$
        } catch (CommandException e) {
            ILog.of(ProgramWizard.class).error(e.getMessage(), e);
        }
    }
}
