package org.orrery.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes of the caller's words. */
class BootstrapTest {

    @Test
    void noWordsStartTheWorkbenchInTheHomeOfTheUser() {
        assertEquals(List.of("-nosplash", "-application", "org.orrery.app.workbench", "-data", "@user.home/orrery"),
                Bootstrap.arguments(new String[0]));
    }

    @Test
    void aWorkspaceAloneStartsTheWorkbenchThere() {
        assertEquals("/data/team", Bootstrap.arguments(new String[] { "--workspace", "/data/team" }).getLast());
    }

    @Test
    void aFileIsOpenedInTheWorkbenchUnlessItsNameCouldBeACommand(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("churn.orun"), "").toString();
        assertTrue(Bootstrap.startsWorkbench(new String[] {file}));
        assertTrue(Bootstrap.startsWorkbench(new String[] {"--workspace", "/data/team", file}));
        assertEquals("/data/team", Bootstrap.arguments(new String[] {"--workspace", "/data/team", file}).getLast());
        assertEquals("@user.home/orrery", Bootstrap.arguments(new String[] {file}).getLast());
        assertFalse(Bootstrap.startsWorkbench(new String[] {folder.resolve("gone.orun").toString()}), "a file that is not there");
        assertFalse(Bootstrap.startsWorkbench(new String[] {"list"}));
        assertFalse(Bootstrap.startsWorkbench(new String[] {"import", file}));
    }

    @Test
    void anyOtherWordStartsTheCommandLineAndIsNoOptionOfEquinox() {
        String[] words = { "run", "-data", "-consoleLog", "" };
        assertFalse(Bootstrap.startsWorkbench(words));
        List<String> arguments = Bootstrap.arguments(words);
        assertTrue(arguments.contains("org.orrery.cli.main"), arguments::toString);
        assertFalse(arguments.contains("-consoleLog"), arguments::toString);
        assertEquals("@none", arguments.getLast());
    }

    @Test
    void codesOfTheLauncherBecomeCodesOfTheCommandLine() {
        assertEquals(1, Bootstrap.exitCode(13));
        assertEquals(4, Bootstrap.exitCode(15));
        assertEquals(130, Bootstrap.exitCode(130));
        assertEquals(0, Bootstrap.exitCode(0));
    }
}
