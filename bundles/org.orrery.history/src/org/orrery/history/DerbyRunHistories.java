package org.orrery.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.RunHistory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Histories in embedded Derby databases. */
@Component
public final class DerbyRunHistories implements RunHistories {
    private final BiConsumer<String, Throwable> log;

    /** Troubles that were overcome go to this log. */
    @Activate
    public DerbyRunHistories(@Reference(service = LoggerFactory.class) Logger logger) {
        this((message, trouble) -> logger.error(message, trouble));
    }

    DerbyRunHistories(BiConsumer<String, Throwable> log) {
        this.log = log;
    }

    @Override
    public RunHistory open(Path folder, RunFolders truth) throws IOException {
        return DerbyRunHistory.open(folder, truth, log);
    }
}
