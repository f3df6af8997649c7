package org.orrery.analysis;

import java.util.concurrent.CancellationException;

/** What a summary may use. */
public interface SummaryContext {
    /** Whether the run still goes on, so that this result will be replaced. */
    boolean live();

    /** @throws CancellationException when the summary is not wanted any more: let it pass */
    void checkCancelled();
}
