package org.orrery.benchmarks.editor;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** Finds controls by their id and waits for what they show. On the user interface thread. */
final class Hands {
    private static final long PATIENCE_NS = 1_800_000_000_000L;

    private final Display display;

    Hands(Display display) {
        this.display = display;
    }

    /** Handles events until the condition holds; gives the milliseconds that took. */
    double until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        Runnable[] wake = new Runnable[1];
        wake[0] = () -> display.timerExec(10, wake[0]);
        wake[0].run();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE_NS) {
                throw new IllegalStateException("Waited in vain for: " + what);
            }
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.timerExec(-1, wake[0]);
        return (System.nanoTime() - begin) / 1e6;
    }

    void settle() {
        while (display.readAndDispatch()) {
            // Until nothing is left.
        }
    }

    <T extends Control> T control(Class<T> type, String id) {
        Predicate<Control> wanted = control -> id.equals(control.getData("orrery.id"));
        until(id, () -> find(type, wanted).isPresent());
        return find(type, wanted).orElseThrow();
    }

    <T extends Control> Optional<T> find(Class<T> type, Predicate<Control> wanted) {
        for (Shell shell : display.getShells()) {
            Optional<T> found = find(shell, type, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <T extends Control> Optional<T> find(Control start, Class<T> type, Predicate<Control> wanted) {
        if (type.isInstance(start) && start.isVisible() && wanted.test(start)) {
            return Optional.of(type.cast(start));
        }
        if (start instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<T> found = find(child, type, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    void select(Widget widget) {
        Event event = new Event();
        event.widget = widget;
        event.display = display;
        widget.notifyListeners(org.eclipse.swt.SWT.Selection, event);
    }
}
