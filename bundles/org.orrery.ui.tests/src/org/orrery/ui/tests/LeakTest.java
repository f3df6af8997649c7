package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.Background;

/** Parts that are opened and closed again and again leave nothing behind: no control, no colour, font, image or region. */
@ExtendWith(InWorkbench.class)
class LeakTest {
    /** Two hundred with the property; fewer in every build, since a leak shows after the second already. */
    private static final int TIMES = Integer.getInteger("orrery.leaks.times", 30);

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Robot robot = new Robot(display);

    @Test
    void viewsAreOpenedAndClosedWithoutARest() throws Exception {
        IWorkbenchPage page = Workbenches.page();
        for (String view : List.of("org.orrery.ui.views.help", "org.orrery.ui.views.analyses", "org.orrery.ui.data.views.datasets",
                "org.orrery.ui.views.runs")) {
            flat(view, () -> {
                page.hideView(page.findView(view));
                robot.settle();
                try {
                    page.showView(view);
                } catch (org.eclipse.ui.PartInitException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        page.hideView(page.findView("org.orrery.ui.views.help"));
        assertEquals(List.of(), InWorkbench.undisposed());
    }

    @Test
    void editorsAreOpenedAndClosedWithoutARest() {
        new Journey(robot).finished("iris");
        for (String command : List.of("org.orrery.ui.commands.showRun", "org.orrery.ui.commands.welcome", "org.orrery.ui.commands.showInterrupted")) {
            flat(command, () -> {
                Workbenches.closeEditors();
                robot.settle();
                Journey.execute(command);
            });
        }
        Workbenches.closeEditors();
        assertEquals(List.of(), InWorkbench.undisposed());
    }

    private void flat(String what, Runnable cycle) {
        // The first times fill caches of the platform.
        for (int i = 0; i < 4; i++) {
            cycle.run();
            rest();
        }
        int controls = controls();
        int resources = resources();
        for (int i = 0; i < TIMES; i++) {
            cycle.run();
            rest();
        }
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
