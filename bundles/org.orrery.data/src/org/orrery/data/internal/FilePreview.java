package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.orrery.data.DataException;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.text.TextPreview;

/** Looks at the beginning of a text file. */
final class FilePreview {
    private static final int BYTES = 1 << 20;

    private FilePreview() {
    }

    /** @throws DataException when there is nothing to show */
    static ImportPreview of(Path file, ReadOptions options, Progress progress) throws DataException {
        byte[] head;
        try (SourceFile source = SourceFile.open(file, progress)) {
            head = source.content().readNBytes(BYTES);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        return TextPreview.of(file, options, head, head.length < BYTES);
    }
}
