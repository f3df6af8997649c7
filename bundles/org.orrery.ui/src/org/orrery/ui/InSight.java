package org.orrery.ui;

import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Refreshes a part of the workbench at most every so many milliseconds, and only while it is in sight: what was asked for behind another part is done once, when the
 * part comes to the front. To be made on the user interface thread.
 */
public final class InSight {
    private final IWorkbenchPart part;
    private final IWorkbenchPage page;
    private final Runnable refresh;
    private final Throttler throttler;
    private boolean missed;

    /**
     * Begins to look whether the part is in sight, until its widget is disposed.
     *
     * @param owner the widget of the part
     * @param refresh shows what there is now; on the user interface thread
     */
    public InSight(IWorkbenchPart part, Widget owner, int intervalMs, Runnable refresh) {
        this.part = part;
        this.page = part.getSite().getPage();
        this.refresh = refresh;
        this.throttler = new Throttler(owner, intervalMs, this::asked);
        IPartListener2 looker = new IPartListener2() {
            @Override
            public void partVisible(IWorkbenchPartReference seen) {
                if (seen.getPart(false) == part) {
                    catchUp();
                }
            }
        };
        page.addPartListener(looker);
        owner.addDisposeListener(event -> page.removePartListener(looker));
    }

    /** Asks for a refresh; from any thread, often. */
    public void request() {
        throttler.request();
    }

    /** Refreshes now if something was missed: before somebody asks a part behind others what it shows. On the user interface thread. */
    public void catchUp() {
        if (missed) {
            missed = false;
            refresh.run();
        }
    }

    /** Whether the part is in sight. */
    public boolean now() {
        return page.isPartVisible(part);
    }

    private void asked() {
        if (now()) {
            missed = false;
            refresh.run();
        } else {
            missed = true;
        }
    }
}
