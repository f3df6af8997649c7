package org.orrery.app;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** How the workbench begins, what it keeps, and whether it may end. */
final class OrreryAdvisor extends WorkbenchAdvisor {
    private static final String PERSPECTIVE = "org.orrery.ui.perspective"; //$NON-NLS-1$

    private volatile boolean unasked;

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        configurer.setExitOnLastWindowClose(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new OrreryWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return PERSPECTIVE;
    }

    /** The process is being ended from outside: nobody is there to answer. */
    void closeUnasked() {
        unasked = true;
    }

    @Override
    public boolean preShutdown() {
        return unasked || new ExitGuard(getWorkbenchConfigurer().getWorkbench()).mayClose();
    }
}
