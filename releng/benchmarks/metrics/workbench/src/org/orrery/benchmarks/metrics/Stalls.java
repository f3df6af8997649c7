package org.orrery.benchmarks.metrics;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.orrery.jobs.Workspace;

/** How long the user interface makes people wait while much goes on: a flood of metrics, a full queue, or a full heap. */
public final class Stalls implements IStartup {
    @Override
    public void earlyStartup() {
        if (System.getProperty("orrery.stalls.out") != null) {
            Thread.ofPlatform().name("Stalls").start(this::go);
        }
    }

    private void go() {
        int code = 1;
        try (PrintStream out = new PrintStream(Files.newOutputStream(Path.of(System.getProperty("orrery.stalls.out"))), true)) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            Waits waits = new Waits(display, out);
            waits.until("a window", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0);
            display.syncExec(() -> Waits.window().getShell().setBounds(0, 0, 1280, 800));
            Thread.sleep(Duration.ofSeconds(5));
            scene().play(waits, PlatformUI.getWorkbench().getService(Workspace.class), Long.getLong("orrery.stalls.seconds", 10));
            code = waits.over() ? 1 : 0;
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(code);
    }

    private static Scene scene() {
        return switch (System.getProperty("orrery.stalls.of", "flood")) {
            case "queue" -> new FullQueue("org.orrery.ui.views.queue");
            case "runs" -> new FullQueue("org.orrery.ui.views.runs");
            case "heap" -> new FullHeap();
            default -> new Flooded(Long.getLong("orrery.stalls.rate", 10_000));
        };
    }

    /** Opens the editor of a run; on the user interface thread. */
    static void open(long run, String name) {
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        memento.putString("run", Long.toString(run));
        memento.putString("name", name);
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.orrery.ui.runInputs").createElement(memento);
        try {
            Waits.window().getActivePage().openEditor(input, "org.orrery.ui.editors.run");
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }
}
