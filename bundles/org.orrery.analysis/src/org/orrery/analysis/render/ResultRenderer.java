package org.orrery.analysis.render;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes results as a document of one format. A service, one for each format; thread-safe. Reads large tables from disk:
 * never call it on the user interface thread.
 */
public interface ResultRenderer {
    /** The ending of such files without the dot, in lower case: {@code html}, {@code md}. */
    String format();

    /**
     * Writes the whole document and leaves the stream open. A table that cannot be read is named in the document with the
     * reason; the rest is still written.
     *
     * @throws IOException when the stream cannot be written
     */
    void render(RenderRequest request, OutputStream out) throws IOException;
}
