package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.ui.Background;

/** Parts that are opened and closed again and again leave nothing behind: no control, no colour, font, image or region. */
@ExtendWith(InWorkbench.class)
class LeakTest {
    /** Two hundred with the property; fewer in every build, since a leak shows after the second already. */
    private static final int TIMES = Integer.getInteger("orrery.leaks.times", 6);

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Robot robot = new Robot(display);

    @Test
    void viewsAreOpenedAndClosedWithoutARest() {
        IWorkbenchPage page = Workbenches.page();
        for (String view : List.of("org.orrery.ui.views.help", "org.orrery.ui.views.analyses", "org.orrery.ui.data.views.datasets",
                "org.orrery.ui.views.queue", "org.orrery.ui.views.runs", "org.eclipse.ui.views.ProgressView")) {
            flat(view, () -> {
                page.hideView(page.findView(view));
                robot.settle();
                try {
                    page.showView(view);
                } catch (PartInitException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        page.hideView(page.findView("org.orrery.ui.views.help"));
        assertEquals(List.of(), InWorkbench.undisposed());
    }

    @Test
    void editorsAreOpenedAndClosedWithoutARest(@TempDir Path folder) throws Exception {
        Journey journey = new Journey(robot);
        journey.finished("iris");
        journey.finished("iris");
        long run = Journey.newest().id();
        Path file = Files.writeString(folder.resolve("plain.csv"), "n,name\n" + "1,one\n2,two\n".repeat(400));
        journey.choose(run, run - 1);
        editor("comparison", () -> Journey.execute("org.orrery.ui.commands.compareRuns"));
        journey.choose(run);
        editor("patterns", () -> Journey.execute("org.orrery.external.ui.commands.patterns"));
        editor("run", () -> Journey.open(run));
        editor("welcome", () -> Journey.execute("org.orrery.ui.commands.welcome"));
        editor("interrupted runs", () -> Journey.execute("org.orrery.ui.commands.showInterrupted"));
        editor("rows of a data set", () -> RowsRobot.openDataset("iris"));
        editor("rows of a file", () -> RowsRobot.openFile(file));
        assertEquals(List.of(), InWorkbench.undisposed());
    }

    private void editor(String what, Runnable open) {
        flat(what, () -> {
            Workbenches.closeEditors();
            robot.settle();
            open.run();
            assertEquals(1, Workbenches.page().getEditorReferences().length, what);
        });
    }

    private void closed() {
        Workbenches.closeEditors();
        rest();
    }

    private void flat(String what, Runnable cycle) {
        // The first times fill caches of the platform.
        for (int i = 0; i < 4; i++) {
            cycle.run();
            rest();
        }
        // Without the last of them: what it shows at this moment would count.
        closed();
        int controls = controls();
        int resources = resources();
        for (int i = 0; i < TIMES; i++) {
            cycle.run();
            rest();
        }
        closed();
        assertEquals(controls, controls(), "controls after " + what);
        assertTrue(resources() <= resources, () -> what + " left " + (resources() - resources) + " colours, fonts or images of " + TIMES + " times");
    }

    private void rest() {
        robot.until("reading to end", () -> Job.getJobManager().find(Background.FAMILY).length == 0);
        robot.settle();
    }

    private int controls() {
        int count = 0;
        for (Shell shell : display.getShells()) {
            count += controls(shell);
        }
        return count;
    }

    private static int controls(Control control) {
        int count = 1;
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                count += controls(child);
            }
        }
        return count;
    }

    private int resources() {
        DeviceData data = display.getDeviceData();
        assertTrue(data.tracking, "the display of tests counts its resources");
        return data.objects.length;
    }
}
