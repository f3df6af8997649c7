package org.orrery.cli.commands;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunMonitors;

/**
 * {@code orrery serve}: shows the runs to browsers on this machine until the user ends it. Other commands on the same workspace have
 * their runs carried out here meanwhile.
 */
final class ServeCommand implements Command {
    private static final long LOOK_MILLIS = 200;

    @Override
    public Syntax syntax() {
        return new Syntax("serve", "", 0, 0, List.of(), Messages.ServeCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        RunMonitors monitors = session.services().monitors();
        CountDownLatch end = new CountDownLatch(1);
        return session.in(connection -> {
            session.interruption().onRequest(() -> {
                connection.runs().interruptAll(RunFollower.INTERRUPT_LIMIT);
                end.countDown();
            });
            try (RunMonitors.Monitor monitor = monitors.open(connection.runs(), connection.folders(), connection.owner().isPresent())) {
                URI shown = null;
                do {
                    // Each browser uses up an address; the next one is shown.
                    URI address = monitor.address();
                    if (!address.equals(shown)) {
                        shown = address;
                        session.document(Map.of("address", address.toString()));
                        session.terminal().print(Messages.bind(Messages.ServeCommand_address, address));
                    }
                } while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            }
            return ExitCode.COMPLETED;
        });
    }
}
