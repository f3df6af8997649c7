package org.orrery.testkit.internal.stage;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;

/** The work of an analysis under observation. */
class ProbedWorkload<O> implements Workload<O> {
    private final Workload<O> workload;
    private final Probe probe;

    private ProbedWorkload(Workload<O> workload, Probe probe) {
        this.workload = workload;
        this.probe = probe;
    }

    /** Offers {@code more} only if the workload does, since the run management asks for that. */
    static <O> Workload<O> of(Workload<O> workload, Probe probe) {
        try {
            Class<?> declares = workload.getClass().getMethod("more", Outcomes.class).getDeclaringClass();
            return declares == Workload.class ? new ProbedWorkload<>(workload, probe) : new Growing<>(workload, probe);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every workload has this method", e);
        }
    }

    /** Work that may grow. */
    private static final class Growing<O> extends ProbedWorkload<O> {
        private final Workload<O> workload;
        private final Probe probe;

        Growing(Workload<O> workload, Probe probe) {
            super(workload, probe);
            this.workload = workload;
            this.probe = probe;
        }

        @Override
        public List<Unit> more(Outcomes<O> outcomes) {
            List<Unit> more = workload.more(outcomes);
            probe.more(more, workload.more(outcomes));
            return more;
        }
    }

    @Override
    public Class<O> outcomeType() {
        return workload.outcomeType();
    }

    @Override
    public List<Unit> units() {
        return workload.units();
    }

    @Override
    public O execute(Unit unit, Outcomes<O> earlier, UnitContext context) throws Exception {
        try {
            probe.before(unit);
            O outcome = workload.execute(unit, earlier, new ProbedContext(unit, context, probe));
            probe.returned(unit, outcome);
            return outcome;
        } catch (Throwable e) {
            probe.thrown(unit, e);
            throw e;
        }
    }

    @Override
    public Result summarise(Outcomes<O> outcomes, SummaryContext context) throws AnalysisException {
        try {
            Result result = workload.summarise(outcomes, context);
            probe.summarised(outcomes, result, context.live());
            return result;
        } catch (CancellationException e) {
            // A summary that is not wanted any more is to end like this.
            throw e;
        } catch (AnalysisException | RuntimeException e) {
            probe.summaryFailed(e);
            throw e;
        }
    }
}
