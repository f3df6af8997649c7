package org.orrery.analysis.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.compare.TrialCharts.Trial;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;

class TrialChartsTest {
    private static Trial trial(String name, double figure, Object... settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], settings[i + 1]);
        }
        return new Trial(name, values, figure);
    }

    private static TrialCharts charts(Trial... trials) {
        return new TrialCharts("tuning-svm", "Accuracy", List.of(trials), name -> "the " + name, "tuning");
    }

    private final TrialCharts charts = charts(trial("first", 0.8, "rate", 0.001, "depth", 2.0, "kernel", "rbf", "seed", 1.0),
            trial("second", 0.9, "rate", 0.1, "depth", 4.0, "kernel", "linear", "seed", 1.0), trial("third", 0.7, "rate", 0.01, "depth", 3.0, "seed", 1.0),
            trial("broken", Double.NaN, "rate", 9.0, "depth", 9.0, "kernel", "poly", "seed", 2.0));

    @Test
    void aLineGoesFromTheSettingsThatDifferToWhatCameOfThem() {
        ChartSpec chart = charts.parallel("Settings").get(0);
        assertEquals("tuning-svm", chart.id());
        assertEquals(Kind.PARALLEL, chart.kind());
        assertEquals(List.of("the rate", "the depth", "the kernel", "Accuracy"), chart.x().categories());
        assertTrue(chart.scales().get(0).logarithmic(), "a hundred times its least value");
        assertFalse(chart.scales().get(1).logarithmic());
        assertEquals(List.of("linear", "rbf"), chart.scales().get(2).categories(), "of the trials that have a number");
        assertArrayEquals(new double[] {0.001, 2, 1, 0.8}, chart.series().get(0).y());
        assertArrayEquals(new double[] {0.01, 3, Double.NaN, 0.7}, chart.series().get(2).y(), "it has no kernel");
        assertEquals(3, chart.series().size());
    }

    @Test
    void eachTwoNumbersHaveASurfaceAndEachHasPoints() {
        ChartSpec chart = charts.contours(10).get(0);
        assertEquals("tuning-svm-rate-depth", chart.id());
        assertEquals("Accuracy over the rate and the depth", chart.title());
        assertArrayEquals(new double[] {0.9}, chart.series().get(1).values());
        Trial without = trial("fourth", 0.6, "rate", 1.0);
        TrialCharts more = charts(trial("first", 0.8, "rate", 2.0, "depth", 2.0), trial("second", 0.9, "rate", 3.0, "depth", 4.0), trial("third", 0.7, "rate", 4.0, "depth", 3.0), without);
        assertEquals(3, more.contours(1).get(0).series().size(), "one without a depth has no point");
        assertEquals(1, charts.contours(10).size(), "words and what is the same everywhere have none");
        assertEquals(List.of(), charts.contours(0));
        assertEquals(List.of("tuning-svm-rate", "tuning-svm-depth"), charts.scatters().stream().map(ChartSpec::id).toList());
    }

    @Test
    void ofTwoTrialsOrWithoutADifferenceThereIsNothingToSee() {
        Trial one = trial("one", 1, "rate", 1.0);
        for (TrialCharts none : List.of(charts(one, trial("two", 2, "rate", 2.0)), charts(one, one, one), charts())) {
            assertFalse(none.any());
            assertEquals(List.of(), none.parallel("Settings"));
            assertEquals(List.of(), none.scatters());
            assertEquals(List.of(), none.contours(3));
        }
    }

    @Test
    void ofManySettingsEightHaveAnAxis() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Object[] settings = new Object[40];
            for (int j = 0; j < 20; j++) {
                settings[2 * j] = "s" + j;
                settings[2 * j + 1] = (double) (i + j);
            }
            trials.add(trial("t" + i, i, settings));
        }
        TrialCharts many = charts(trials.toArray(Trial[]::new));
        assertEquals(9, many.parallel("Settings").get(0).scales().size());
        assertEquals(7, many.contours(7).size());
    }
}
