package org.orrery.ui.data.internal.rows;

import java.util.function.Consumer;

/** The one thing that is at work for a table: what an earlier wish has begun is cancelled, and its answer dropped. On the user interface thread. */
final class RowWork {
    private final WorkBar bar;
    private RowJob<?> current;

    RowWork(WorkBar bar) {
        this.bar = bar;
        bar.addDisposeListener(event -> stop());
    }

    /** Begins something new. */
    <T> void begin(RowJob.Work<T> wish, Consumer<T> show, Consumer<Exception> failed) {
        stop();
        RowJob<?>[] mine = new RowJob<?>[1];
        mine[0] = RowJob.start(bar, Messages.RowsPage_working, wish, answer -> {
            if (current == mine[0]) {
                current = null;
                show.accept(answer);
            }
        }, thrown -> {
            if (current == mine[0]) {
                current = null;
                failed.accept(thrown);
            }
        });
        current = mine[0];
    }

    void stop() {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    boolean isBusy() {
        return current != null;
    }
}
