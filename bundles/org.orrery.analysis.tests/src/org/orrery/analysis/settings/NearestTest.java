package org.orrery.analysis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS = List.of("external", "classification", "run", "Petal.Length");

    @Test
    void aSlipOfTheFingersFindsTheWord() {
        assertEquals(Optional.of("classification"), Nearest.of("clasification", WORDS));
        assertEquals(Optional.of("run"), Nearest.of("rnu", WORDS));
        assertEquals(Optional.of("external"), Nearest.of("exrtenal", WORDS));
        assertEquals(Optional.of("Petal.Length"), Nearest.of("petal.length", WORDS));
    }

    @Test
    void anotherWordIsNotTakenForOneOfThem() {
        assertEquals(Optional.empty(), Nearest.of("nosuch", WORDS));
        assertEquals(Optional.empty(), Nearest.of("x", WORDS));
        assertEquals(Optional.empty(), Nearest.of("", WORDS));
        assertEquals(Optional.empty(), Nearest.of("run", List.of()));
    }

    @Test
    void theQuestionFollowsTheSentence() {
        assertEquals("There is none. Did you mean run?", Nearest.hint("There is none.", Nearest.of("runn", WORDS)));
        assertEquals("There is none.", Nearest.hint("There is none.", Nearest.of("nosuch", WORDS)));
    }
}
