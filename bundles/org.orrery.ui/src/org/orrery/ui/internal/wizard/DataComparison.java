package org.orrery.ui.internal.wizard;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.RunRequest;
import org.orrery.ui.Formats;

/**
 * Reads the files of a run once more before it is put into the queue, so that the comparison by digest, which for a file of many
 * gigabytes takes a while, shows how far it is and can be cancelled. What it finds is remembered by the store, and judged when
 * the run is submitted.
 */
final class DataComparison {
    private static final int STEPS = 1_000;

    private final IWizardContainer container;
    private final DataStore data;

    DataComparison(IWizardContainer container, DataStore data) {
        this.container = container;
        this.data = data;
    }

    /** Reads the files behind the bar of the wizard; false when the user has cancelled. */
    boolean ran(RunRequest request) {
        List<Dataset> all = request.inputs().values().stream().flatMap(List::stream).toList();
        try {
            container.run(true, true, monitor -> compare(all, monitor));
            return true;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException cancelled) {
            return false;
        }
    }

    private void compare(List<Dataset> all, IProgressMonitor monitor) throws InterruptedException {
        SubMonitor sub = SubMonitor.convert(monitor, STEPS * all.size());
        for (Dataset dataset : all) {
            sub.subTask(NLS.bind(Messages.RunWizard_comparing, dataset.source().getFileName()));
            try {
                data.isCurrent(dataset, progress(dataset, sub.split(STEPS, SubMonitor.SUPPRESS_NONE)));
            } catch (CancellationException cancelled) {
                throw (InterruptedException) new InterruptedException().initCause(cancelled);
            } catch (DataException unreadable) {
                // Whether that matters is said when the run is submitted: its values may be kept.
                sub.setWorkRemaining(STEPS * (all.size() - all.indexOf(dataset) - 1));
            }
        }
    }

    private static Progress progress(Dataset dataset, SubMonitor monitor) {
        monitor.setWorkRemaining(STEPS);
        return new Progress() {
            private int shown;

            @Override
            public void worked(long done, long total) {
                int now = total > 0 ? (int) (STEPS * Math.min(done, total) / total) : 0;
                if (now > shown) {
                    monitor.worked(now - shown);
                    monitor.subTask(NLS.bind(Messages.RunWizard_comparedBytes,
                            new Object[] {dataset.source().getFileName(), Formats.bytes(done), Formats.bytes(total)}));
                    shown = now;
                }
            }

            @Override
            public void checkCancelled() {
                if (monitor.isCanceled()) {
                    throw new CancellationException();
                }
            }
        };
    }
}
