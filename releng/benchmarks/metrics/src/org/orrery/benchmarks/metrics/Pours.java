package org.orrery.benchmarks.metrics;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;

/** Reports metrics and lines at a steady rate and measures what the reporting takes. */
public final class Pours implements Analysis<Pours.Settings> {
    private static final int TICKS = 100;

    /** What it does. */
    public record Settings(long seconds, long rate) {
    }

    /**
     * What it took.
     *
     * @param inside seconds spent in the calls
     * @param wall seconds from the first call to the last
     * @param metrics how many values were reported
     */
    public record Cost(double inside, double wall, long metrics) {
    }

    @Override
    public void check(Settings settings, InputSchemas inputs, Problems problems) {
        // All fit.
    }

    @Override
    public Workload<?> prepare(Settings settings, Inputs inputs, PrepareContext context) {
        return new Workload<Cost>() {
            @Override
            public Class<Cost> outcomeType() {
                return Cost.class;
            }

            @Override
            public List<Unit> units() {
                return List.of(Unit.of("pour", "Pour"));
            }

            @Override
            public Cost execute(Unit unit, Outcomes<Cost> earlier, UnitContext context) {
                return pour(settings, context);
            }

            @Override
            public Result summarise(Outcomes<Cost> outcomes, SummaryContext context) {
                Result.Builder result = Result.builder();
                outcomes.get("pour").ifPresent(cost -> result.figure("inside", cost.inside(), "Inside").figure("wall", cost.wall(), "Wall")
                        .figure("metrics", cost.metrics(), "Metrics"));
                return result.build();
            }
        };
    }

    private static Cost pour(Settings settings, UnitContext context) {
        UnitProgress progress = context.progress();
        long began = System.nanoTime();
        long inside = 0;
        long step = 0;
        for (long tick = 0; tick < settings.seconds() * TICKS; tick++) {
            long start = System.nanoTime();
            for (long i = 0; i < settings.rate() / TICKS; i++) {
                progress.metric("loss", step, Math.exp(-step * 1e-5) + 0.1 * Math.sin(step));
                progress.log(UnitProgress.Level.INFO, "step " + step + " of the training, and more words as programs print them");
                step++;
            }
            inside += System.nanoTime() - start;
            context.compute().checkCancelled();
            LockSupport.parkNanos(Math.max(0, began + (tick + 1) * 1_000_000_000L / TICKS - System.nanoTime()));
        }
        return new Cost(inside / 1e9, (System.nanoTime() - began) / 1e9, step);
    }
}
