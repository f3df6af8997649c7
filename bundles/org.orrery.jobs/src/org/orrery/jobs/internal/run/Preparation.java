package org.orrery.jobs.internal.run;

import java.util.Set;

import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.result.Warning;
import org.orrery.data.Progress;

/**
 * What an analysis may use while it prepares.
 *
 * @param line where its progress is shown
 * @param width how many threads it may use
 * @param warnings takes what it says; thread-safe
 */
record Preparation(LiveRun run, ProgressBoard board, ProgressBoard.Line line, int width, Set<Warning> warnings) implements PrepareContext {
    @Override
    public void checkCancelled() {
        run.signal().check();
    }

    @Override
    public long seed() {
        return run.request().seed();
    }

    @Override
    public int threads() {
        return width;
    }

    @Override
    public Progress progress(String label) {
        return new Progress() {
            @Override
            public void worked(long done, long total) {
                line.worked(done, total, label);
                run.services().events().progress(board.progress());
            }

            @Override
            public void checkCancelled() {
                run.signal().check();
            }
        };
    }

    @Override
    public void warning(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
