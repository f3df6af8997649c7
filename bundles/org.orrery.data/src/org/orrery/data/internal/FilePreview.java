package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.orrery.data.DataException;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.text.TextPreview;

/** Looks at the beginning of a text file. */
final class FilePreview {
    private static final int BYTES = 1 << 20;
    private static final int LONGEST = 1 << 24;
    private static final int FEWEST_BREAKS = 8;

    private FilePreview() {
    }

    /** @throws DataException when there is nothing to show */
    static ImportPreview of(Path file, ReadOptions options, Progress progress) throws DataException {
        return of(file, options, progress, BYTES);
    }

    /**
     * As above, for who has less time.
     *
     * @param bytes how many are looked at
     */
    static ImportPreview of(Path file, ReadOptions options, Progress progress, int bytes) throws DataException {
        byte[] head;
        try (SourceFile source = SourceFile.open(file, progress)) {
            head = source.content().readNBytes(bytes);
            if (head.length == bytes && breaks(head) < FEWEST_BREAKS) {
                // Rows of very many columns: the header alone may be longer.
                byte[] more = source.content().readNBytes(LONGEST - bytes);
                head = Arrays.copyOf(head, bytes + more.length);
                System.arraycopy(more, 0, head, bytes, more.length);
            }
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        return TextPreview.of(file, options, head, head.length < bytes || head.length > bytes && head.length < LONGEST);
    }

    private static int breaks(byte[] head) {
        int breaks = 0;
        for (int i = 0; i < head.length; i++) {
            breaks += head[i] == '\n' || head[i] == '\r' ? 1 : 0;
        }
        return breaks;
    }
}
