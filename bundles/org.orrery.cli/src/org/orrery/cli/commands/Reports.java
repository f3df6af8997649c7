package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.orrery.cli.Failures;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.RunReports;

/** Reports as files, in the format that the ending of the file says. */
final class Reports {
    private final Session session;

    Reports(Session session) {
        this.session = session;
    }

    /** @throws RunException bad-usage when no installed format has this ending; when the file cannot be written */
    void write(List<StoredRun> runs, Path file) throws RunException {
        RunReports reports = session.services().reports();
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !reports.formats().contains(format)) {
            String endings = reports.formats().stream().map(known -> "." + known).collect(Collectors.joining(", "));
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.Reports_format, name, endings));
        }
        try {
            reports.write(runs, format, file);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }
}
