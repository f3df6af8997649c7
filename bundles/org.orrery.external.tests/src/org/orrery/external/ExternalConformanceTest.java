package org.orrery.external;

import java.util.List;
import java.util.Map;

import org.orrery.testkit.Conformance;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.ConformanceContract;

/** An external program keeps the promises that every analysis makes. */
class ExternalConformanceTest implements ConformanceContract {
    @Override
    public Conformance conformance() {
        return Conformance.of("external").with(ConformanceCase.of("a program that counts")
                .set("command", List.of("sh", "-c", "for i in 1 2 3 4 5; do echo step $i loss=0.$((9 - i)); sleep 0.02; done"))
                .set("metrics", List.of(Map.of("format", "pattern", "pattern", "step (?<step>\\d+) loss=(?<loss>\\S+)"))));
    }
}
