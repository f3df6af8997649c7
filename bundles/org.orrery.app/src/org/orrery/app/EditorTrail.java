package org.orrery.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * The editors in the order in which they came to the front, to go back and forward in as in a browser; one that was closed meanwhile is opened
 * again. On the thread of the window only.
 */
final class EditorTrail implements IPartListener2 {
    private static final int MOST = 50;

    private final IWorkbenchPage page;
    private final List<Place> places = new ArrayList<>();
    private final Step back = new Step(-1);
    private final Step forward = new Step(1);
    private int here = -1;

    private record Place(IEditorInput input, String editor) {
    }

    /** Goes so many places on, when its command is called. */
    private final class Step extends AbstractHandler {
        private final int by;

        Step(int by) {
            this.by = by;
            setBaseEnabled(false);
        }

        @Override
        public Object execute(ExecutionEvent event) {
            go(here + by);
            return null;
        }

        void offer() {
            setBaseEnabled(here + by >= 0 && here + by < places.size());
        }
    }

    private EditorTrail(IWorkbenchPage page) {
        this.page = page;
    }

    /** Follows the editors of that window as long as it is open. */
    static void follow(IWorkbenchWindow window) {
        EditorTrail trail = new EditorTrail(window.getActivePage());
        Optional.ofNullable(window.getActivePage().getActiveEditor()).ifPresent(trail::seen);
        window.getPartService().addPartListener(trail);
        IHandlerService handlers = window.getService(IHandlerService.class);
        handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_BACKWARD_HISTORY, (IHandler) trail.back);
        handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_FORWARD_HISTORY, (IHandler) trail.forward);
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor) {
            seen(editor);
        }
    }

    private void seen(IEditorPart editor) {
        Place place = new Place(editor.getEditorInput(), editor.getSite().getId());
        if (here >= 0 && places.get(here).equals(place)) {
            return;
        }
        places.subList(here + 1, places.size()).clear();
        places.add(place);
        if (places.size() > MOST) {
            places.remove(0);
        }
        here = places.size() - 1;
        offer();
    }

    private void go(int place) {
        if (place < 0 || place >= places.size()) {
            return;
        }
        here = place;
        offer();
        try {
            page.openEditor(places.get(place).input(), places.get(place).editor());
        } catch (PartInitException e) {
            // The editor would have said what is wrong with its content; this is a fault of the program.
            ILog.of(EditorTrail.class).error(e.getMessage(), e);
        }
    }

    private void offer() {
        back.offer();
        forward.offer();
    }
}
