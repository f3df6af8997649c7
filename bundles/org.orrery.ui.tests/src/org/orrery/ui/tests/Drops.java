package org.orrery.ui.tests;

import java.lang.reflect.Constructor;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;

/** Drops something on a control as the system would, which a test cannot make the mouse do. */
final class Drops {
    private Drops() {
    }

    /** @param over the item under the mouse; null for none */
    static void drop(Control control, Widget over, Object data) throws ReflectiveOperationException {
        DropTarget target = (DropTarget) control.getData(DND.DROP_TARGET_KEY);
        Constructor<?> event = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader()).getDeclaredConstructor();
        event.setAccessible(true);
        Event raw = (Event) event.newInstance();
        raw.widget = target;
        Constructor<?> typed = DropTargetEvent.class.getDeclaredConstructors()[0];
        typed.setAccessible(true);
        DropTargetEvent drop = (DropTargetEvent) typed.newInstance(raw);
        drop.data = data;
        drop.item = over;
        drop.detail = DND.DROP_COPY;
        for (DropTargetListener listener : target.getDropListeners()) {
            listener.dragEnter(drop);
            listener.dropAccept(drop);
            listener.drop(drop);
        }
    }
}
