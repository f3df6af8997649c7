package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that do what a user does in the open workbench: each begins without editors, and none may leave an error in the log. */
@ExtendWith(InWorkbench.class)
abstract class UserAtWork {
    final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    final Journey journey = new Journey(robot);
    final Workbenches workbench = new Workbenches();

    @BeforeEach
    void beginClean() {
        workbench.watch();
        Workbenches.closeEditors();
        robot.settle();
    }

    /** After what a test cleans up by itself. */
    @AfterEach
    void nothingIsLoggedAsAnError() {
        Workbenches.closeEditors();
        robot.settle();
        assertEquals(List.of(), workbench.errors());
    }
}
