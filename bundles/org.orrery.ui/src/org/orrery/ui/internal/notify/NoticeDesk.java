package org.orrery.ui.internal.notify;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/** Finds out what is worth a notice. Each thing about a run is told once; what ended before the workbench began is not told at all. */
final class NoticeDesk implements RunListener {
    private static final Set<RunState> FAILED = Set.of(RunState.FAILED, RunState.FAILED_PARTIAL, RunState.COMPLETED_PARTIAL);
    private static final Set<RunState> FINISHED = Set.of(RunState.COMPLETED, RunState.STOPPED_KEPT);
    private static final long LEAST_SILENCE = TimeUnit.SECONDS.toNanos(60);
    private static final int TIMES = 20;

    private final Supplier<NoticeRules> rules;
    private final Consumer<Notice> teller;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();

    private static final class Watched {
        private final Set<String> told = new HashSet<>();
        private RunSummary summary;
        private long heard;
        private long longest;
        private boolean silent;
    }

    /** @param rules what the user wants now */
    NoticeDesk(Supplier<NoticeRules> rules, Consumer<Notice> teller) {
        this.rules = rules;
        this.teller = teller;
    }

    @Override
    public void changed(RunSummary run) {
        if (!run.state().ended()) {
            Watched own = watched.computeIfAbsent(run.id(), id -> new Watched());
            synchronized (own) {
                own.summary = run;
            }
            return;
        }
        if (watched.remove(run.id()) == null) {
            return;
        }
        if (FINISHED.contains(run.state())) {
            tell(NoticeRules.Kind.FINISHED, run, NLS.bind(Messages.NoticeDesk_finished, Long.toString(run.id()), run.name()));
        } else if (FAILED.contains(run.state())) {
            tell(NoticeRules.Kind.FAILED, run, NLS.bind(Messages.NoticeDesk_failed, Long.toString(run.id()), run.name()));
        }
    }

    @Override
    public void series(RunSeries series) {
        Watched own = watched.get(series.run());
        if (own == null || series.metrics().isEmpty()) {
            return;
        }
        List<NoticeRules.Threshold> thresholds = rules.get().thresholds();
        synchronized (own) {
            long now = System.nanoTime();
            own.longest = own.heard == 0 ? 0 : Math.max(own.longest, now - own.heard);
            own.heard = now;
            own.silent = false;
            for (StoredRun.Metric metric : series.metrics()) {
                if (!Double.isFinite(metric.value()) && own.told.add("nan " + metric.name())) { //$NON-NLS-1$
                    tell(NoticeRules.Kind.NOT_A_NUMBER, own.summary, NLS.bind(Messages.NoticeDesk_notANumber,
                            new Object[] {metric.name(), Long.toString(metric.step()), Long.toString(series.run())}));
                }
                for (NoticeRules.Threshold threshold : thresholds) {
                    if (threshold.crossed(metric.name(), metric.value()) && own.told.add(threshold.toString())) {
                        tell(NoticeRules.Kind.THRESHOLD, own.summary, NLS.bind(Messages.NoticeDesk_threshold,
                                new Object[] {metric.name(), Double.toString(metric.value()), Long.toString(metric.step()), Long.toString(series.run())}));
                    }
                }
            }
        }
    }

    @Override
    public void removed(long run) {
        watched.remove(run);
    }

    /** Looks for runs that have fallen silent; to be called now and then with {@link System#nanoTime}. */
    void look(long now) {
        watched.values().forEach(own -> {
            synchronized (own) {
                boolean late = own.heard != 0 && now - own.heard > Math.max(LEAST_SILENCE, TIMES * own.longest);
                if (late && !own.silent && own.summary.state() == RunState.RUNNING) {
                    own.silent = true;
                    tell(NoticeRules.Kind.STALLED, own.summary, NLS.bind(Messages.NoticeDesk_stalled, Long.toString(own.summary.id()),
                            Long.toString(TimeUnit.NANOSECONDS.toSeconds(now - own.heard))));
                }
            }
        });
    }

    private void tell(NoticeRules.Kind kind, RunSummary run, String message) {
        if (rules.get().kinds().contains(kind)) {
            teller.accept(new Notice(kind, run.id(), run.name(), message));
        }
    }
}
