package org.orrery.benchmarks.queue;

import java.util.List;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.Workload;

/** Never begins: its runs only wait. */
public final class Waits implements Analysis<Waits.Settings> {
    /** @param models as a comparison has them */
    public record Settings(List<String> models) {
    }

    @Override
    public void check(Settings settings, InputSchemas inputs, Problems problems) {
        // All fit.
    }

    @Override
    public Workload<?> prepare(Settings settings, Inputs inputs, PrepareContext context) {
        throw new IllegalStateException("The queue is paused");
    }
}
