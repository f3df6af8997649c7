package org.orrery.testkit;

import org.junit.jupiter.api.Nested;
import org.orrery.testkit.fixtures.ChainAnalysis;
import org.orrery.testkit.fixtures.DatasetAnalysis;
import org.orrery.testkit.fixtures.FixtureSettings;
import org.orrery.testkit.fixtures.FloodingAnalysis;
import org.orrery.testkit.fixtures.PrecisionAnalysis;
import org.orrery.testkit.fixtures.RowsAnalysis;
import org.orrery.testkit.fixtures.SearchAnalysis;

/** The kit is content with good analyses, whatever feature of the SPI they use. */
class FixturesConformanceTest {
    @Nested
    class AMapOfUnitsThatIsRegistered implements ConformanceContract {
        private static final int HEAP = 160;

        @Override
        public Conformance conformance() {
            ConformanceCase plain = ConformanceCase.of("five units").set("units", 5).set("steps.kind", "odd").set("limit", 1.5);
            return Conformance.of("fixture-map").with(new ConformanceCase(plain.name(), plain.inputs(), plain.settings(), plain.seed(),
                    java.util.Optional.of(new ConformanceCase.HeapBound(HEAP, java.util.Map.of()))));
        }
    }

    @Nested
    class AChainWithState implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(ChainAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("six sweeps").set("units", 6));
        }
    }

    @Nested
    class ASearchThatAsksForMore implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(SearchAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("root of two")).points(5);
        }
    }

    @Nested
    class APrecisionStop implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(PrecisionAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("a mean")).points(5);
        }
    }

    @Nested
    class TwoMillionRows implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(RowsAnalysis.class, FixtureSettings.class)
                    .with(ConformanceCase.of("three units of 700,000 rows").set("units", 3).set("size", 700_000)).points(1);
        }
    }

    @Nested
    class ADataSetAsOutput implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(DatasetAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("three data sets").set("units", 3));
        }
    }

    @Nested
    class ThreeInputs implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of("fixture-three").with(ConformanceCase.of("small ones").input("left", Sample.csv("left", "a,b\n1,x\n2,y\n3,z\n"))
                    .input("right", Sample.csv("right", "c\n4\n5\n")).input("further", Sample.csv("further", "d\n1.5\n2.5\n")));
        }
    }

    @Nested
    class AFlood implements ConformanceContract {
        @Override
        public Conformance conformance() {
            return Conformance.of(FloodingAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("two units").set("units", 2));
        }
    }
}
