package org.orrery.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

/** Makes of everything that can go wrong one kind of trouble, with a sentence and a stable code. */
public final class Failures {
    private Failures() {
    }

    /** The same trouble, as data told it. */
    public static RunException of(DataException trouble) {
        Code code = Code.valueOf(trouble.code().name());
        return new RunException(List.of(new Problem(code, "", trouble.getMessage(), Optional.of(trouble.where()))), trouble);
    }

    /** A file that cannot be read or written. */
    public static RunException of(IOException trouble) {
        String reason = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        if (reason.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new RunException(Code.OUT_OF_DISK, reason, trouble);
        }
        if (trouble instanceof FileSystemException file && file.getFile() != null) {
            String why = file.getReason() == null ? kind(file) : file.getReason();
            return new RunException(Code.UNREADABLE_FILE, Messages.bind(Messages.Failures_fileSystem, file.getFile(), why), trouble);
        }
        return new RunException(Code.UNREADABLE_FILE, reason, trouble);
    }

    private static String kind(FileSystemException trouble) {
        return trouble instanceof NoSuchFileException ? Messages.Failures_notThere
                : trouble.getClass().getSimpleName().replace("Exception", "");
    }

    /** Anything else. */
    static RunException of(Throwable trouble) {
        return switch (trouble) {
            case RunException known -> known;
            case DataException data -> of(data);
            case IOException file -> of(file);
            case CancellationException cancelled -> new RunException(Code.CANCELLED, Messages.CommandLine_interrupted, cancelled);
            case OutOfMemoryError memory -> new RunException(Code.OUT_OF_MEMORY, Messages.CommandLine_outOfMemory, memory);
            default -> new RunException(Code.INTERNAL, Messages.bind(Messages.CommandLine_internal, trouble), trouble);
        };
    }
}
