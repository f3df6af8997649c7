package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Lines as real trainers print them, and what is read from them. */
class LineFormatTest {
    private static Readings pattern(String pattern, String line) {
        return new PatternLines(Pattern.compile(pattern), Optional.empty()).read(line).orElseThrow();
    }

    @Test
    void namedGroupsAreMetricsAndStepGivesTheirPlace() {
        Readings read = pattern("iter\\s+(?<step>\\d+) value (?<loss>[-0-9.eE]+)", "iter  10 value 35.821413");
        assertEquals(new Readings(OptionalDouble.of(10), Map.of("loss", 35.821413)), read);
    }

    @Test
    void aPatternWithoutNamesGivesItsFirstGroupTheNameOfTheSource() {
        Readings read = new PatternLines(Pattern.compile("FID: ([0-9.]+)"), Optional.of("fid")).read("FID: 12.5").orElseThrow();
        assertEquals(Map.of("fid", 12.5), read.values());
    }

    @Test
    void notANumberAndInfinityAreRead() {
        assertTrue(Double.isNaN(pattern("loss (?<loss>\\S+)", "loss nan").values().get("loss")));
        assertEquals(Double.NEGATIVE_INFINITY, pattern("loss (?<loss>\\S+)", "loss -inf").values().get("loss"));
        assertEquals(-1.5e-3, pattern("loss (?<loss>\\S+)", "loss -1.5E-03").values().get("loss"));
    }

    @Test
    void aPatternThatNeverEndsIsGivenUp() {
        PatternLines evil = new PatternLines(Pattern.compile("(?<a>(x+x+)+y)"), Optional.empty());
        assertEquals(Optional.empty(), evil.read("x".repeat(5_000)));
        assertTrue(evil.tooSlow());
        assertFalse(new PatternLines(Pattern.compile("(?<a>\\d+)"), Optional.empty()).tooSlow());
    }

    @Test
    void pairsOfAProgressBarAreRead() {
        Readings read = new KeyValueLines().read("Epoch 3/10 [=====>....] - loss: 0.4132 - val_acc: 0.871 - lr=1e-4").orElseThrow();
        assertEquals(OptionalDouble.of(3), read.step());
        assertEquals(Map.of("loss", 0.4132, "val_acc", 0.871, "lr", 1e-4), read.values());
    }

    @Test
    void timesAndVersionsAreNoMetrics() {
        assertEquals(Optional.empty(), new KeyValueLines().read("started: 12:30:05, version 1.2.3"));
    }

    @Test
    void jsonMembersAreMetrics() {
        Readings read = new JsonLines().read("{\"epoch\": 2, \"loss\": {\"g\": 1.25, \"d\": NaN}, \"ok\": true, \"note\": \"x\"}").orElseThrow();
        assertEquals(OptionalDouble.of(2), read.step());
        assertEquals(1.25, read.values().get("loss.g"));
        assertTrue(read.values().get("loss.d").isNaN());
        assertEquals(2, read.values().size());
        assertEquals(Optional.empty(), new JsonLines().read("{broken"));
    }

    @Test
    void columnsOfACsvFileAreMetrics() {
        CsvLines csv = new CsvLines();
        assertEquals(Optional.empty(), csv.read("epoch,\"train loss\",note"));
        assertEquals(new Readings(OptionalDouble.of(1), "epoch", Map.of("train loss", 0.5)), csv.read("1,0.5,first").orElseThrow());
    }

    @Test
    void coloursOfTerminalsAreTakenOut() {
        assertEquals("loss=0.5", AnsiText.strip("\u001B[1;32mloss\u001B[0m=0.5"));
    }

    @Test
    void aDecimalCommaIsRatherMissedThanReadAsAnotherNumber() {
        assertTrue(new KeyValueLines().read("loss=0,52").isEmpty());
        assertEquals(Map.of("a", 1.0, "b", 2.5), new KeyValueLines().read("a=1,b=2.5, done").orElseThrow().values());
    }

    @Test
    void aPlaceIsOneWithACapitalToo() {
        CsvLines lines = new CsvLines();
        assertTrue(lines.read("Epoch,Generator Loss").isEmpty());
        assertEquals(new Readings(OptionalDouble.of(4), "epoch", Map.of("Generator Loss", -0.25)), lines.read("4,-0.25").orElseThrow());
    }

    @Test
    void theMarkOfUnicodeIsNoPartOfTheFirstName() {
        CsvLines lines = new CsvLines();
        assertTrue(lines.read("\uFEFF\"step\",\"loss\"").isEmpty());
        assertEquals(new Readings(OptionalDouble.of(3), Map.of("loss", 0.5)), lines.read("3,0.5").orElseThrow());
    }
}
