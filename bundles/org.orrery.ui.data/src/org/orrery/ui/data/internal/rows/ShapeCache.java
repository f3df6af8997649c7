package org.orrery.ui.data.internal.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.orrery.data.Column;
import org.orrery.ui.Background;

/** What the columns that are seen look like, worked out one after the other in the background. Of use on the user interface thread. */
final class ShapeCache {
    /** Behind all reading that somebody waits for. */
    static final Object FAMILY = new Object();

    private final Control owner;
    private final RowSource source;
    private final List<Column> columns;
    private final Runnable arrived;
    private final Map<Integer, ColumnShape> shapes = new HashMap<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private Job reading;

    /** @param arrived called when another column is known; on the user interface thread */
    ShapeCache(Control owner, RowSource source, List<Column> columns, Runnable arrived) {
        this.owner = owner;
        this.source = source;
        this.columns = columns;
        this.arrived = arrived;
        owner.addDisposeListener(event -> {
            waiting.clear();
            if (reading != null) {
                reading.cancel();
            }
        });
    }

    /** What the column looks like; null while that is not known. */
    ColumnShape shape(int column) {
        ColumnShape shape = shapes.get(column);
        if (shape == null && source.raw().isEmpty() && !waiting.contains(column)) {
            waiting.add(column);
            readNext();
        }
        return shape;
    }

    private void readNext() {
        if (reading == null && !waiting.isEmpty()) {
            int column = waiting.peek();
            reading = new ShapeJob(column);
            reading.schedule();
        }
    }

    private void took(int column, ColumnShape shape) {
        reading = null;
        waiting.remove(column);
        shapes.put(column, shape);
        arrived.run();
        readNext();
    }

    private final class ShapeJob extends Job {
        private final int column;

        ShapeJob(int column) {
            super(Messages.ShapeCache_reading);
            this.column = column;
            setSystem(true);
            setPriority(Job.DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            ColumnShape shape;
            try {
                shape = ColumnShape.of(source, columns.get(column), new JobProgress(monitor, JobProgress.Unit.ROWS, part -> { }));
            } catch (CancellationException e) {
                return Status.CANCEL_STATUS;
            } catch (Exception e) {
                // The rows themselves say over the table why they cannot be read.
                ILog.of(ShapeCache.class).warn(e.getMessage(), e);
                shape = new ColumnShape("", new double[0]); //$NON-NLS-1$
            }
            ColumnShape known = shape;
            Background.toUi(owner.getDisplay(), owner, () -> took(column, known));
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == FAMILY || family == Background.FAMILY;
        }
    }
}
