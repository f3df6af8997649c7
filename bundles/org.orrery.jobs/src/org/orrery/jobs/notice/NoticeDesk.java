package org.orrery.jobs.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.StoredRun;

/**
 * Finds out what is worth a notice. However many values are wrong, each kind of thing is told once of a run, and each threshold once; what ended
 * before the desk began is not told at all. Thread-safe.
 */
public final class NoticeDesk implements RunListener {
    private static final Set<RunState> FAILED = Set.of(RunState.FAILED, RunState.FAILED_PARTIAL, RunState.COMPLETED_PARTIAL);
    private static final Set<RunState> FINISHED = Set.of(RunState.COMPLETED, RunState.STOPPED_KEPT);
    private static final int TIMES = 20;

    private final Supplier<NoticeRules> rules;
    private final Consumer<Notice> teller;
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
    /** Those that have ended and may still turn out to be worse than their baseline. */
    private final Set<Long> judged = ConcurrentHashMap.newKeySet();

    private static final class Watched {
        private final Set<String> told = new HashSet<>();
        private RunSummary summary;
        private long heard;
        private long longest;
    }

    /** @param rules what the user wants now */
    public NoticeDesk(Supplier<NoticeRules> rules, Consumer<Notice> teller) {
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
            regressed(run);
            return;
        }
        judged.add(run.id());
        if (FINISHED.contains(run.state())) {
            tell(NoticeRules.Kind.FINISHED, run, NLS.bind(Messages.NoticeDesk_finished, Long.toString(run.id()), run.name()));
        } else if (FAILED.contains(run.state())) {
            tell(NoticeRules.Kind.FAILED, run, NLS.bind(Messages.NoticeDesk_failed, Long.toString(run.id()), run.name()));
        }
        regressed(run);
    }

    /** The tag comes after the end of the run. */
    private void regressed(RunSummary run) {
        if (RunTags.has(run, RunTags.REGRESSED) && judged.remove(run.id())) {
            tell(NoticeRules.Kind.REGRESSED, run, NLS.bind(Messages.NoticeDesk_regressed, Long.toString(run.id()), run.name()));
        }
    }

    @Override
    public void series(RunSeries series) {
        Watched own = watched.get(series.run());
        if (own == null || series.metrics().stream().allMatch(metric -> metric.name().startsWith(UnitProgress.SYSTEM))) {
            return;
        }
        List<NoticeRules.Threshold> thresholds = rules.get().thresholds();
        synchronized (own) {
            long now = System.nanoTime();
            own.longest = own.heard == 0 ? 0 : Math.max(own.longest, now - own.heard);
            own.heard = now;
            for (StoredRun.Metric metric : series.metrics()) {
                if (!Double.isFinite(metric.value()) && own.told.add(NoticeRules.Kind.NOT_A_NUMBER.name())) {
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
        judged.remove(run);
    }

    /** Looks for runs that have fallen silent; to be called now and then with {@link System#nanoTime}. */
    public void look(long now) {
        long least = TimeUnit.SECONDS.toNanos(rules.get().silence());
        watched.values().forEach(own -> {
            synchronized (own) {
                boolean late = own.heard != 0 && now - own.heard > Math.max(least, TIMES * own.longest);
                if (late && own.summary.state() == RunState.RUNNING && own.told.add(NoticeRules.Kind.STALLED.name())) {
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
