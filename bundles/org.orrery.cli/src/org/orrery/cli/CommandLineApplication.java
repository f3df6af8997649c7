package org.orrery.cli;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The application that carries out one command; its exit code is that of the process. */
public final class CommandLineApplication implements IApplication {
    /** The words of the user, separated by NUL: the starter sets it, so that the framework takes none of them for its own. */
    private static final String WORDS = "orrery.words";

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        Bundle bundle = FrameworkUtil.getBundle(CommandLineApplication.class);
        Terminal terminal = Terminal.ofProcess();
        Interruption interruption = new Interruption(terminal, Runtime.getRuntime()::halt);
        Signals.hear(interruption::request);
        CommandLine line = new CommandLine(terminal, new OsgiServices(bundle.getBundleContext()), interruption, Path.of(""),
                bundle.getVersion().toString());
        return line.run(words(context)).code();
    }

    private static List<String> words(IApplicationContext context) {
        String joined = System.getProperty(WORDS);
        if (joined != null) {
            return joined.isEmpty() ? List.of() : List.of(joined.split("\0", -1));
        }
        Object words = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return words instanceof String[] array ? List.of(array) : List.of();
    }

    @Override
    public void stop() {
        // The framework goes down: whatever runs is resumable from what is on disk.
    }
}
