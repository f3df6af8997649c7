package org.orrery.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.analysis.Analysis;
import org.orrery.testkit.fixtures.BrokenAnalyses;
import org.orrery.testkit.fixtures.FailingAnalysis;
import org.orrery.testkit.fixtures.FixtureSettings;
import org.orrery.testkit.fixtures.HalvingAnalysis;
import org.orrery.testkit.fixtures.HalvingSettings;
import org.orrery.testkit.fixtures.HungryAnalysis;

/** For each promise there is an analysis that breaks it, and the kit says which. */
class BrokenFixturesTest {
    private static final int HEAP = 128;

    static Stream<Arguments> brokenPromises() {
        return Stream.of(
                Arguments.of(BrokenAnalyses.Looping.class, Rule.CANCEL, "after it was cancelled"),
                Arguments.of(BrokenAnalyses.BadWhenStopped.class, Rule.STOP, "names the table notThere"),
                Arguments.of(BrokenAnalyses.Remembering.class, Rule.RESUME, "figures.total"),
                Arguments.of(BrokenAnalyses.Clockwork.class, Rule.SEED, "figures.total"),
                Arguments.of(BrokenAnalyses.Backward.class, Rule.PROGRESS, "went back from 5 to 3"),
                Arguments.of(BrokenAnalyses.Presuming.class, Rule.FAILURE, "the run ended FAILED"),
                Arguments.of(BrokenAnalyses.Careless.class, Rule.HOSTILE, "one row"),
                Arguments.of(BrokenAnalyses.HalfCharacter.class, Rule.STORED, "the stored result differs"),
                Arguments.of(BrokenAnalyses.Leaking.class, Rule.LEFTOVERS, "left behind"),
                Arguments.of(BrokenAnalyses.Littering.class, Rule.LEFTOVERS, "orrery-litter"),
                Arguments.of(BrokenAnalyses.Renaming.class, Rule.UNITS, "the units differ"),
                Arguments.of(BrokenAnalyses.Regrouping.class, Rule.UNITS, "are gone"),
                Arguments.of(BrokenAnalyses.NeedsAll.class, Rule.SUMMARY, "no summary of none"),
                Arguments.of(BrokenAnalyses.Quadratic.class, Rule.SUMMARY, "make a few passes"),
                Arguments.of(BrokenAnalyses.Fat.class, Rule.HEAP, "out-of-memory"));
    }

    @ParameterizedTest
    @MethodSource("brokenPromises")
    void theKitSaysWhichPromiseIsBroken(Class<? extends Analysis<FixtureSettings>> analysis, Rule rule, String words) throws Exception {
        ConformanceCase small = ConformanceCase.of("broken").set("units", 5).heap(HEAP, "data", Sample.csv("large", "a\n1\n"))
                .input("data", Sample.csv("two", "a\n1\n2\n"));
        assertFound(Conformance.of(analysis, FixtureSettings.class).with(small).points(4), rule, words);
    }

    @Test
    void settingsAndOutcomesThatChangeWhenTheyAreReadAreFound() throws Exception {
        Conformance halving = Conformance.of(HalvingAnalysis.class, HalvingSettings.class).with(ConformanceCase.of("halved"));
        assertFound(halving, Rule.SETTINGS, "became HalvingSettings[amount=16.0]");
        assertFound(halving, Rule.OUTCOMES, "reads Half[value=0.25] from disk");
    }

    @Test
    void aUnitThatAlwaysFailsIsReportedAndBreaksNothingElse() throws Exception {
        Conformance failing = Conformance.of(FailingAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("failing")).points(3);
        assertFound(failing, Rule.COMPLETES, "The second unit always fails.");
        Set<Rule> others = EnumSet.of(Rule.UNITS, Rule.SUMMARY, Rule.CANCEL, Rule.STOP, Rule.RESUME, Rule.SEED, Rule.FAILURE, Rule.STORED);
        assertEquals(List.of(), violations(failing, others));
    }

    @Test
    void aUnitThatEatsAllMemoryFailsAloneAndWithASentence() throws Exception {
        Conformance hungry = Conformance.of(HungryAnalysis.class, FixtureSettings.class).with(ConformanceCase.of("hungry")).points(3);
        List<Violation> violations = violations(hungry, Rule.COMPLETES);
        assertEquals(1, violations.size(), violations.toString());
        assertTrue(violations.get(0).message().contains("COMPLETED_PARTIAL") && violations.get(0).message().contains("memory"),
                violations.toString());
        assertFalse(violations.get(0).message().contains("draw-1"), violations.toString());
    }

    private static void assertFound(Conformance conformance, Rule rule, String words) throws Exception {
        List<Violation> violations = violations(conformance, rule);
        assertTrue(violations.stream().anyMatch(each -> each.rule() == rule && each.message().contains(words)), violations.toString());
    }

    private static List<Violation> violations(Conformance conformance, Rule rule) throws Exception {
        return violations(conformance, EnumSet.of(rule));
    }

    /** Those of the first check that finds some. */
    private static List<Violation> violations(Conformance conformance, Set<Rule> rules) throws Exception {
        List<Violation> violations = new ArrayList<>();
        try (ConformanceKit kit = ConformanceKit.open(conformance)) {
            for (ConformanceCheck check : kit.checks()) {
                if (rules.contains(check.rule()) && violations.isEmpty()) {
                    violations.addAll(check.body().run());
                }
            }
        }
        return violations;
    }
}
