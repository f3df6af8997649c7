package org.orrery.analysis.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.settings.SettingsSchema;

class RowSampleTest {
    private static final int DRAWS = 20_000;

    @Test
    void everyRowIsDrawnAsOftenAsEveryOther() {
        int[] times = new int[10];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < DRAWS; i++) {
            int[] drawn = RowSample.random(10, 3, random);
            assertEquals(3, drawn.length);
            assertTrue(drawn[0] < drawn[1] && drawn[1] < drawn[2]);
            Arrays.stream(drawn).forEach(row -> times[row]++);
        }
        // Chi-square with 9 degrees of freedom, without replacement (variance by 1 - 3/10): 99.9 % lie below 27.88.
        double expected = DRAWS * 0.3;
        double square = Arrays.stream(times).mapToDouble(seen -> (seen - expected) * (seen - expected) / expected).sum() * 0.9 / 0.7;
        assertTrue(square < 27.88, "chi-square " + square);
    }

    @Test
    void classesKeepTheirSharesAndRareOnesDoNotVanish() {
        int[] strata = IntStream.range(0, 10_000).map(row -> row % 1000 == 0 ? 2 : row % 4 == 0 ? 1 : 0).toArray();
        int[] drawn = RowSample.stratified(strata, 1000, 8, new SplittableRandom(1));
        long[] counts = new long[3];
        Arrays.stream(drawn).forEach(row -> counts[strata[row]]++);
        // 7500, 2490 and 10 of 10,000: a tenth of each but for the last, of which at least eight are asked for.
        assertArrayEquals(new long[] {750, 249, 8}, counts);
        assertArrayEquals(drawn, RowSample.stratified(strata, 1000, 8, new SplittableRandom(1)), "the same seed draws the same rows");
    }

    @Test
    void largestRemaindersFillUpToTheCount() {
        int[] strata = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
        assertEquals(5, RowSample.stratified(strata, 5, 0, new SplittableRandom(3)).length);
        assertArrayEquals(IntStream.range(0, 10).toArray(), RowSample.stratified(strata, 10, 0, new SplittableRandom(3)));
        assertArrayEquals(new int[0], RowSample.random(0, 5, new SplittableRandom(3)));
    }

    @Test
    void theLatestRowsAreThoseWithTheLatestTimes() {
        assertArrayEquals(new int[] {0, 3, 4}, RowSample.latest(new double[] {9, 1, 5, 5, 7}, 3), "of rows of the same time those that come later");
        assertArrayEquals(new int[] {0, 1}, RowSample.latest(new double[] {2, 1}, 2));
    }

    @Test
    void settingsSayHowManyRowsAreUsed() {
        SettingsSchema<SampleSettings> schema = SettingsSchema.of(SampleSettings.class);
        SampleSettings some = schema.bind(Map.of("rows", 5000), (path, message) -> { }).orElseThrow();
        assertEquals(5000, some.of(100_000));
        assertEquals(300, some.of(300));
        assertEquals(300, schema.bind(Map.of(), (path, message) -> { }).orElseThrow().of(300));
        assertEquals(Optional.of(5000L), SampleSettings.rows(Map.of("sample", schema.plain(some))));
        assertEquals(Optional.empty(), SampleSettings.rows(Map.of("target", "x")));
    }
}
