package org.orrery.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.equinox.launcher.Main;

/**
 * The main class of every starter: turns the words of the caller into a start of Equinox. It runs on the class path,
 * outside OSGi, and so uses nothing but the JDK and the launcher.
 * <p>
 * The words reach the command line application in the system property {@value #WORDS}, separated by NUL (which no
 * word can contain), so that Equinox takes none of them for an option of its own and empty words survive.
 */
public final class Bootstrap {

    /** Name of the system property that carries the words; absent when the workbench is started. */
    static final String WORDS = "orrery.words"; //$NON-NLS-1$

    /** Name of the system property that names the file to open in the workbench; absent without one. */
    static final String FILE = "orrery.file"; //$NON-NLS-1$

    /** Set by a starter that starts the workbench again: what it was to open is there already. */
    private static final String AGAIN = "ORRERY_AGAIN"; //$NON-NLS-1$
    private static final String LAUNCHER = "jpackage.app-path"; //$NON-NLS-1$
    private static final String WORKSPACE = "--workspace"; //$NON-NLS-1$
    private static final int RESTART = 23;
    private static final int APPLICATION_ERROR = 13;
    private static final int CONFIGURATION_LOCKED = 15;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 4;

    private Bootstrap() {
        // A main class.
    }

    /**
     * Starts the workbench without words, or with <code>--workspace DIR</code> and a file to open, each or both; with other
     * words the command line. Ends the process with the exit code of the application.
     */
    public static void main(String[] words) throws IOException {
        boolean workbench = startsWorkbench(words);
        if (!workbench) {
            System.setProperty(WORDS, String.join("\0", words)); //$NON-NLS-1$
        } else if (words.length % 2 == 1 && System.getenv(AGAIN) == null) {
            System.setProperty(FILE, Path.of(words[words.length - 1]).toAbsolutePath().toString());
        }
        @SuppressWarnings("restriction") // The launcher has no other door.
        int code = new Main().run(arguments(words).toArray(String[]::new));
        System.exit(workbench ? restarted(code, words) : exitCode(code));
    }

    static boolean startsWorkbench(String[] words) {
        return switch (words.length) {
            case 0 -> true;
            case 1 -> isFile(words[0]);
            case 2 -> words[0].equals(WORKSPACE);
            case 3 -> words[0].equals(WORKSPACE) && isFile(words[2]);
            default -> false;
        };
    }

    /** No command of the command line has a dot or a separator in its name, so that none is taken for a file. */
    private static boolean isFile(String word) {
        return word.matches(".*[./\\\\].*") && new File(word).isFile(); //$NON-NLS-1$
    }

    /** The arguments of Equinox for these words. */
    static List<String> arguments(String[] words) {
        List<String> arguments = new ArrayList<>(List.of("-nosplash", "-application")); //$NON-NLS-1$ //$NON-NLS-2$
        if (startsWorkbench(words)) {
            String workspace = words.length > 1 ? words[1] : "@user.home/orrery"; //$NON-NLS-1$
            arguments.addAll(List.of("org.orrery.app.workbench", "-data", workspace)); //$NON-NLS-1$ //$NON-NLS-2$
        } else {
            arguments.addAll(List.of("org.orrery.cli.main", "-data", "@none")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        }
        return arguments;
    }

    /** The launcher's own codes, in the terms of the command line; all others are the application's. */
    static int exitCode(int code) {
        return switch (code) {
            case APPLICATION_ERROR -> FAILED;
            case CONFIGURATION_LOCKED -> UNUSABLE;
            default -> code;
        };
    }

    /** A packaged launcher is started again here; a script that started us loops on the code itself. */
    private static int restarted(int code, String[] words) throws IOException {
        String launcher = System.getProperty(LAUNCHER);
        if (code != RESTART || launcher == null) {
            return code;
        }
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(List.of(words));
        ProcessBuilder next = new ProcessBuilder(command).inheritIO();
        next.environment().put(AGAIN, "yes"); //$NON-NLS-1$
        next.start();
        return 0;
    }
}
