package org.orrery.data;

import java.util.concurrent.CancellationException;

/** How long reading reports on itself and learns that it shall end. Called from the thread that reads, often. */
public interface Progress {
    /** Reports nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void worked(long done, long total) {
            // Nobody listens.
        }

        @Override
        public void checkCancelled() {
            // Never cancelled.
        }
    };

    /** So many of so many bytes or rows are done; {@code total} is −1 while it is unknown. */
    void worked(long done, long total);

    /** @throws CancellationException when the work shall end */
    void checkCancelled();
}
