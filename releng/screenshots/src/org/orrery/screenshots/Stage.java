package org.orrery.screenshots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/** The hands and the camera of the tour: called from a thread of its own, so that dialogs can be open meanwhile. */
final class Stage {
    private static final long PATIENCE_MS = 240_000;
    private static final long QUIET_MS = 1500;

    private final Display display;
    private final Path screen;
    private final Path folder;

    /**
     * @param screen the memory of the virtual screen, as a file
     * @param folder where the pictures go
     */
    Stage(Display display, Path screen, Path folder) {
        this.display = display;
        this.screen = screen;
        this.folder = folder;
    }

    /** Does something on the user interface thread and waits for it. */
    <T> T ui(Supplier<T> action) {
        AtomicReference<T> answer = new AtomicReference<>();
        display.syncExec(() -> answer.set(action.get()));
        return answer.get();
    }

    void act(Runnable action) {
        display.syncExec(action);
    }

    /** Begins something that may open a dialog; returns at once. */
    void begin(Runnable action) {
        display.asyncExec(action);
    }

    /** Waits until something is so. */
    void until(String what, Supplier<Boolean> condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!ui(condition)) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("Waited in vain for: " + what);
            }
            Thread.sleep(50);
        }
    }

    /** The visible control of that id. */
    <T extends Control> T control(Class<T> type, String id) throws InterruptedException {
        return find(id, type, control -> id.equals(control.getData("orrery.id")));
    }

    /** @param label in the language of the product, with or without its mnemonic */
    Button button(String label) throws InterruptedException {
        String text = label.replace("&", "");
        return find(text, Button.class, button -> button.getText().replace("&", "").equals(text));
    }

    private <T extends Control> T find(String what, Class<T> type, Predicate<T> wanted) throws InterruptedException {
        until(what, () -> search(type, wanted).isPresent());
        return ui(() -> search(type, wanted)).orElseThrow();
    }

    private <T extends Control> Optional<T> search(Class<T> type, Predicate<T> wanted) {
        Shell[] shells = display.getShells();
        // The newest dialog is in front.
        for (int i = shells.length - 1; i >= 0; i--) {
            Optional<T> found = search(shells[i], type, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <T extends Control> Optional<T> search(Control start, Class<T> type, Predicate<T> wanted) {
        if (type.isInstance(start) && start.isVisible() && wanted.test(type.cast(start))) {
            return Optional.of(type.cast(start));
        }
        if (start instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<T> found = search(child, type, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    void press(String text) throws InterruptedException {
        Button button = button(text);
        until(text + " to be enabled", button::isEnabled);
        begin(() -> select(button));
        Thread.sleep(QUIET_MS);
    }

    void tab(String folderId, String page) throws InterruptedException {
        CTabFolder tabs = control(CTabFolder.class, folderId);
        act(() -> {
            Arrays.stream(tabs.getItems()).filter(item -> page.equals(item.getData("orrery.id"))).forEach(tabs::setSelection);
            select(tabs);
        });
    }

    static void select(Widget widget) {
        Event event = new Event();
        event.widget = widget;
        event.display = widget.getDisplay();
        widget.notifyListeners(SWT.Selection, event);
    }

    /** Waits for a dialog, which a busy machine opens late, and saves what is on the screen. */
    void dialog(String name) throws InterruptedException, IOException {
        until("a dialog", () -> Arrays.stream(display.getShells()).filter(Shell::isVisible).count() > 1);
        picture(name);
    }

    /** Gives the window manager and the toolkit time for what they still do. */
    void rest() throws InterruptedException {
        Thread.sleep(QUIET_MS);
    }

    /** Saves what is on the screen once it has come to rest. */
    void picture(String name) throws InterruptedException, IOException {
        rest();
        new Screen(screen).save(folder.resolve(name + ".png"));
    }
}
