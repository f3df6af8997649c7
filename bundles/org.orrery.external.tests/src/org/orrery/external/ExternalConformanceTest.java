package org.orrery.external;

import org.orrery.testkit.Conformance;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.ConformanceContract;

/** An external program keeps the promises that every analysis makes. */
class ExternalConformanceTest implements ConformanceContract {
    @Override
    public Conformance conformance() {
        return Conformance.of("external").with(ConformanceCase.of("a program that counts")
                .set("command[0]", "sh").set("command[1]", "-c")
                .set("command[2]", "for i in 1 2 3 4 5; do echo step $i loss=0.$((9 - i)); sleep 0.02; done")
                .set("metrics[0].pattern", "step (?<step>\\d+) loss=(?<loss>\\S+)"));
    }
}
