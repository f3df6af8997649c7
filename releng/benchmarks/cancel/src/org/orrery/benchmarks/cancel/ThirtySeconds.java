package org.orrery.benchmarks.cancel;

import java.util.List;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.Default;

/** One unit that computes for thirty seconds. It asks whether it shall end every few milliseconds, as a kernel of ours does, or never. */
public final class ThirtySeconds implements Analysis<ThirtySeconds.Settings> {
    private static final long NANOS = 30_000_000_000L;
    private static final int STEPS = 200_000;

    /** @param deaf whether the unit never asks, like native code */
    public record Settings(@Default("false") boolean deaf) {
    }

    /** @param value what came of it */
    public record Value(double value) {
    }

    @Override
    public void check(Settings settings, InputSchemas inputs, Problems problems) {
        // Both fit.
    }

    @Override
    public Workload<Value> prepare(Settings settings, Inputs inputs, PrepareContext context) {
        return new Workload<>() {
            @Override
            public Class<Value> outcomeType() {
                return Value.class;
            }

            @Override
            public List<Unit> units() {
                return List.of(Unit.of("long", "Thirty seconds"));
            }

            @Override
            public Value execute(Unit unit, Outcomes<Value> earlier, UnitContext run) {
                run.progress().log(org.orrery.analysis.UnitProgress.Level.INFO, "begun");
                long end = System.nanoTime() + NANOS;
                double sum = 1;
                while (System.nanoTime() < end) {
                    if (!settings.deaf()) {
                        run.compute().checkCancelled();
                    }
                    for (int i = 1; i <= STEPS; i++) {
                        sum += Math.sqrt(sum + i);
                    }
                    run.progress().worked(NANOS - (end - System.nanoTime()), NANOS, "numbers");
                }
                return new Value(sum);
            }

            @Override
            public Result summarise(Outcomes<Value> outcomes, SummaryContext summary) {
                return Result.EMPTY;
            }
        };
    }
}
