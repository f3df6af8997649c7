package org.orrery.data.internal.cache;

import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** Turns what goes wrong in the cache into sentences. */
final class CacheFailure {
    private static final long FULL = 1 << 20;

    private CacheFailure() {
    }

    /** Writing into that folder of the cache has failed. */
    static DataException writing(Path folder, Exception cause) {
        if (isDiskFull(folder, cause)) {
            return new DataException(Code.OUT_OF_DISK, NLS.bind(Messages.CacheFailure_full, folder), Where.in(folder), cause);
        }
        return new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.CacheFailure_writing, folder, cause.getMessage()),
                Where.in(folder), cause);
    }

    private static boolean isDiskFull(Path folder, Exception cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("max_temp_directory_size")) {
            return true;
        }
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getUsableSpace() < FULL;
        } catch (IOException unknown) {
            cause.addSuppressed(unknown);
            return false;
        }
    }
}
