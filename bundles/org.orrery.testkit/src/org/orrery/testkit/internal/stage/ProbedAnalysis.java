package org.orrery.testkit.internal.stage;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.Workload;

/** An analysis under observation. */
final class ProbedAnalysis<S extends Record> implements Analysis<S> {
    private final Analysis<S> analysis;
    private final Probe probe;

    ProbedAnalysis(Analysis<S> analysis, Probe probe) {
        this.analysis = analysis;
        this.probe = probe;
    }

    @Override
    public void check(S settings, InputSchemas inputs, Problems problems) {
        analysis.check(settings, inputs, problems);
    }

    @Override
    public Estimate estimate(S settings, InputSchemas inputs) {
        return analysis.estimate(settings, inputs);
    }

    @Override
    public Workload<?> prepare(S settings, Inputs inputs, PrepareContext context) throws AnalysisException {
        Workload<?> workload = analysis.prepare(settings, inputs, context);
        try {
            probe.prepared(workload, new Again(settings, inputs, context));
        } catch (AnalysisException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return ProbedWorkload.of(workload, probe);
    }

    private final class Again implements Probe.Again {
        private final S settings;
        private final Inputs inputs;
        private final PrepareContext context;

        Again(S settings, Inputs inputs, PrepareContext context) {
            this.settings = settings;
            this.inputs = inputs;
            this.context = context;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Workload<?> prepare(Record others) throws Exception {
            return analysis.prepare((S) others, inputs, context);
        }

        @Override
        public Record settings() {
            return settings;
        }

        @Override
        public Inputs inputs() {
            return inputs;
        }

        @Override
        public PrepareContext context() {
            return context;
        }
    }
}
