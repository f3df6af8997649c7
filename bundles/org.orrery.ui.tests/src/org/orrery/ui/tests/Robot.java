package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** Finds controls by the id that they carry, and does to them what a user does. Lives on the user interface thread. */
final class Robot {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("orrery.patience.seconds", 60));

    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Display display;

    Robot(Display display) {
        this.display = display;
    }

    /** Handles events until the condition holds. */
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        // Wakes the loop now and then, so that a condition without an event is looked at again.
        Runnable[] wake = new Runnable[1];
        wake[0] = () -> display.timerExec(50, wake[0]);
        wake[0].run();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    fail("Waited in vain for: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, wake[0]);
        }
    }

    /** Waits until there is something and gives it. */
    <T> T await(String what, Supplier<Optional<T>> finder) {
        List<T> found = new ArrayList<>();
        until(what, () -> {
            finder.get().ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** The visible control of that id in any window. */
    <T extends Control> T control(Class<T> type, String id) {
        return await(id, () -> find(type, control -> id.equals(control.getData("orrery.id"))));
    }

    /** The visible button with that text, mnemonics aside. */
    Button button(String text) {
        return await(text, () -> find(Button.class, button -> button.getText().replace("&", "").equals(text)));
    }

    /** The visible control of that id, if it is there now. */
    <T extends Control> Optional<T> find(Class<T> type, Predicate<T> wanted) {
        for (Shell shell : display.getShells()) {
            Optional<T> found = find(shell, type, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <T extends Control> Optional<T> find(Control start, Class<T> type, Predicate<T> wanted) {
        if (type.isInstance(start) && start.isVisible() && wanted.test(type.cast(start))) {
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

    /** Presses a button once it is enabled. */
    void press(Button button) {
        until(button.getText() + " to be enabled", button::isEnabled);
        select(button);
    }

    /** Tells the listeners of a widget that the user has chosen it. */
    void select(Widget widget) {
        Event event = new Event();
        event.widget = widget;
        event.display = display;
        widget.notifyListeners(SWT.Selection, event);
    }

    /** Opens the menu of a control and chooses an entry, which must be enabled. */
    void choose(Control control, String text) {
        MenuItem item = entry(control, text);
        if (!item.isEnabled()) {
            fail("Not enabled: " + text);
        }
        select(item);
        settle();
    }

    /** Opens the menu of a control and in it one of its menus, and chooses an entry of that. */
    void choose(Control control, String menu, String text) {
        MenuItem item = Arrays.stream(entry(control, menu).getMenu().getItems()).filter(one -> one.getText().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError("No entry " + text));
        select(item);
        settle();
    }

    /** The entry of the menu of a control, as it is when the menu opens. */
    MenuItem entry(Control control, String text) {
        control.getMenu().notifyListeners(SWT.Show, new Event());
        return Arrays.stream(control.getMenu().getItems()).filter(item -> item.getText().equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError("No entry " + text));
    }

    /**
     * Opens something modal and acts in it. What goes wrong inside closes it, so that the test ends and says why.
     *
     * @param opening returns when what it opens is closed
     */
    void within(Runnable opening, Runnable acting) {
        List<Shell> before = List.of(display.getShells());
        List<Throwable> failure = new ArrayList<>();
        display.asyncExec(() -> {
            try {
                acting.run();
            } catch (RuntimeException | AssertionError e) {
                failure.add(e);
                for (Shell shell : display.getShells()) {
                    if (!before.contains(shell) && !shell.isDisposed()) {
                        shell.close();
                    }
                }
            }
        });
        opening.run();
        if (!failure.isEmpty()) {
            throw new AssertionError("Inside the dialog: " + failure.get(0).getMessage(), failure.get(0));
        }
    }

    /**
     * Acts as soon as something is so, in whatever event loop is then the innermost: for dialogs that open by themselves later.
     * Returns at once; what goes wrong is thrown there.
     */
    void whenReady(BooleanSupplier ready, Runnable acting) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Runnable[] look = new Runnable[1];
        look[0] = () -> {
            if (ready.getAsBoolean()) {
                acting.run();
            } else if (System.nanoTime() < end) {
                display.timerExec(50, look[0]);
            }
        };
        look[0].run();
    }

    /** Whether the visible button with that text can be pressed now. */
    boolean offers(String text) {
        return find(Button.class, button -> button.getText().replace("&", "").equals(text)).filter(Button::isEnabled).isPresent();
    }

    /** Handles what is waiting, for a while: beside a run at work there may always be something more on a busy machine. */
    void settle() {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (display.readAndDispatch() && System.nanoTime() < end) {
            // Until nothing is left.
        }
    }
}
