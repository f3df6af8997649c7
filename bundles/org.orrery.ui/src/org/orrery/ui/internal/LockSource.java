package org.orrery.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.services.ISourceProviderService;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Background;
import org.orrery.ui.RunList;
import org.orrery.ui.Throttler;

/**
 * Tells core expressions which data sets are in use and by which runs: a variable that is a map from the name of a data set to the numbers of the
 * runs at work or waiting that read it, the oldest first. What depends on it is asked again when a lock comes or goes. On the user interface thread.
 */
public final class LockSource extends AbstractSourceProvider {
    /** The name of the variable. */
    public static final String LOCKS = "org.orrery.ui.locks"; //$NON-NLS-1$

    private final AtomicBoolean asked = new AtomicBoolean();
    private Map<String, List<Long>> locks = Map.of();
    private Optional<RunList> runs = Optional.empty();
    private final Runnable listener = this::ask;
    private final Job looking = Job.createSystem(Messages.LockSource_look, (ICoreRunnable) monitor -> look());
    private Display display;

    @Override
    public void initialize(IServiceLocator locator) {
        runs = Optional.ofNullable(locator.getService(RunList.class));
        display = PlatformUI.getWorkbench().getDisplay();
        runs.ifPresent(list -> list.addListener(listener));
        locks = read();
    }

    /** Who holds what now. */
    @SuppressWarnings("unchecked")
    public static Map<String, List<Long>> now(IWorkbench workbench) {
        return (Map<String, List<Long>>) workbench.getService(ISourceProviderService.class).getSourceProvider(LOCKS).getCurrentState().get(LOCKS);
    }

    /** From any thread, often. */
    private void ask() {
        if (asked.compareAndSet(false, true)) {
            looking.schedule(Throttler.INTERVAL_MS);
        }
    }

    /** Ten thousand that wait are not gone through on the user interface thread. */
    private void look() {
        asked.set(false);
        Map<String, List<Long>> next = read();
        Background.toUi(display, () -> refresh(next));
    }

    private Map<String, List<Long>> read() {
        return runs.map(list -> held(list.active())).orElse(Map.of());
    }

    private void refresh(Map<String, List<Long>> next) {
        if (!next.equals(locks)) {
            locks = next;
            fireSourceChanged(ISources.WORKBENCH, LOCKS, locks);
        }
    }

    /** @param active the newest first */
    static Map<String, List<Long>> held(List<RunSummary> active) {
        Map<String, List<Long>> held = new TreeMap<>();
        for (RunSummary run : active.reversed()) {
            run.datasets().forEach(dataset -> held.computeIfAbsent(dataset, name -> new ArrayList<>()).add(run.id()));
        }
        return held;
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(LOCKS, locks);
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {LOCKS};
    }

    @Override
    public void dispose() {
        runs.ifPresent(list -> list.removeListener(listener));
        looking.cancel();
    }
}
