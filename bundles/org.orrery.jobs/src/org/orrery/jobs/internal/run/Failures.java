package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.orrery.analysis.AnalysisException;
import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

/** Turns what was thrown into what the user is told. */
final class Failures {
    private Failures() {
    }

    /** The problem behind a failure of an analysis or of the disk. */
    static Problem problem(Throwable thrown) {
        return switch (thrown) {
            case AnalysisException e -> new Problem(code(e), e.setting().orElse(""), sentence(e), e.where());
            case DataException e -> problem(new AnalysisException(e));
            case RunException e -> e.problems().get(0);
            case OutOfMemoryError e -> plain(Code.OUT_OF_MEMORY, Messages.Failures_outOfMemory);
            case UncheckedIOException e -> problem(e.getCause());
            case CompletionException e when e.getCause() != null -> problem(e.getCause());
            case ExecutionException e when e.getCause() != null -> problem(e.getCause());
            case IOException e when isDiskFull(e) -> plain(Code.OUT_OF_DISK, Messages.bind(Messages.Failures_outOfDisk, sentence(e)));
            case IOException e -> plain(Code.INTERNAL, Messages.bind(Messages.Failures_disk, sentence(e)));
            default -> plain(Code.INTERNAL, Messages.bind(Messages.Failures_internal, thrown.getClass().getSimpleName(), sentence(thrown)));
        };
    }

    private static Problem plain(Code code, String message) {
        return new Problem(code, "", message, Optional.empty());
    }

    /** The same word of the run management's. */
    static Code code(AnalysisException e) {
        return Code.valueOf(e.code().name());
    }

    /** The message; foreign exceptions have none, or fail to tell it. */
    private static String sentence(Throwable thrown) {
        try {
            String message = thrown instanceof FileSystemException file
                    ? file.getFile() + (file.getReason() == null ? "" : ": " + file.getReason())
                    : thrown.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException e) {
            return "";
        }
    }

    static boolean isDiskFull(IOException e) {
        String message = sentence(e).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("not enough space") || message.contains("disk quota")
                || message.contains("disk full");
    }

    /** The trace, for the log of the run. */
    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text));
        } catch (RuntimeException e) {
            // An exception that cannot even be shown: its class is all that is known.
            return thrown.getClass().getName();
        }
        return text.toString();
    }
}
