package org.orrery.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests that every analysis passes. A bundle implements it in a test class of its own, names its analysis and a
 * sample or two, and is done:
 *
 * <pre>{@code
 * class DriftConformanceTest implements ConformanceContract {
 *     @Override
 *     public Conformance conformance() {
 *         return Conformance.of("drift").with(ConformanceCase.of("two columns").input("data", Sample.csv("two", "a,b\n1,2\n")));
 *     }
 * }
 * }</pre>
 *
 * The tests run inside OSGi, where the services of the product are.
 */
public interface ConformanceContract {
    /** The analysis and the cases it is tried with. */
    Conformance conformance();

    /** The tests, in groups by promise. */
    @TestFactory
    default Stream<DynamicNode> keepsThePromisesOfEveryAnalysis() {
        ConformanceKit kit = ConformanceKit.open(conformance());
        Map<Rule, List<DynamicTest>> tests = new EnumMap<>(Rule.class);
        for (ConformanceCheck check : kit.checks()) {
            tests.computeIfAbsent(check.rule(), rule -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(check.title(), () -> expectNothing(check.body().run())));
        }
        return tests.entrySet().stream()
                .map(group -> (DynamicNode) DynamicContainer.dynamicContainer(group.getKey().toString(), group.getValue()))
                .onClose(kit::close);
    }

    private static void expectNothing(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        }
    }
}
