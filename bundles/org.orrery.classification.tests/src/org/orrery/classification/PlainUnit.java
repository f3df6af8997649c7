package org.orrery.classification;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.math.CounterRandom;

/** What a trainer needs of a unit, on one thread and without a run. */
final class PlainUnit {
    static final UnitProgress PROGRESS = new UnitProgress() {
        @Override
        public void worked(long done, long total, String what) {
            // Nobody listens.
        }

        @Override
        public void metric(String name, long step, double value) {
            // Nobody listens.
        }

        @Override
        public void log(Level level, String message) {
            // Nobody listens.
        }
    };

    static final UnitCompute COMPUTE = seeded(1, "test");

    /** The same with another stream of chance. */
    static UnitCompute seeded(long seed, String unit) {
        return new Compute(seed, unit);
    }

    private record Compute(long seed, String unit) implements UnitCompute {
        @Override
        public void checkCancelled() {
            // Never cancelled.
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void parallel(int count, Part part) throws Exception {
            for (int index = 0; index < count; index++) {
                part.run(index);
            }
        }

        @Override
        public RandomGenerator random(String stream) {
            return CounterRandom.of(seed, unit, stream);
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.empty();
        }

        @Override
        public ProcessSpec.End process(ProcessSpec spec) {
            throw new UnsupportedOperationException("No unit of this test starts a program");
        }

        @Override
        public Registration onCancel(Runnable action) {
            return () -> {
            };
        }
    }

    private PlainUnit() {
    }
}
