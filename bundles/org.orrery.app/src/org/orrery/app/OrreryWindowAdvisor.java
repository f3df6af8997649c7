package org.orrery.app;

import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.orrery.ui.FileDrop;
import org.orrery.ui.RunList;

/** The window: its size at the first start, and which bars it has. */
final class OrreryWindowAdvisor extends WorkbenchWindowAdvisor {
    private static final Point SIZE = new Point(1280, 800);

    OrreryWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        EditorTrail.follow(window);
        TaskBarProgress.follow(window.getShell(), window.getService(RunList.class));
        // After the start: a dialog may open.
        GivenFile.take().ifPresent(file -> window.getShell().getDisplay().asyncExec(() -> FileDrop.open(window, file.toString())));
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(SIZE);
        configurer.setTitle(Messages.WorkbenchApplication_title);
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
        configurer.addEditorAreaTransfer(FileTransfer.getInstance());
        configurer.configureEditorAreaDropListener(new FileDrop(configurer.getWindow()));
    }
}
