package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.forecast.PastRun;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class TimeForecastTest {
    private static final double EXACT = 1e-8;

    private static void assertSpan(double seconds, double low, double high, RunForecast.Span span) {
        assertEquals(seconds, span.seconds(), EXACT * seconds);
        assertEquals(low, span.low(), EXACT * seconds);
        assertEquals(high, span.high(), EXACT * seconds);
    }

    /** The values of numpy 1.24 and scipy 1.10 (stats.t.ppf) for the formula of the class. */
    @Test
    void timesFollowWorkAsLeastSquaresSays() {
        LogTimes times = new LogTimes(List.of(LogTimes.Point.of(1e4, 0.02), LogTimes.Point.of(1e5, 0.11), LogTimes.Point.of(1e6, 1.3),
                LogTimes.Point.of(1e7, 9)));
        assertSpan(24.458243477206366, 10.459349112041508, 57.19339392750673, times.at(3e7).span());
        assertSpan(6, 1.9580058647540814, 18.386053202410313, new LogTimes(List.of(LogTimes.Point.of(1e5, 2))).at(3e5).span());
        assertSpan(2.132007163556103, 0.9872297996132392, 4.6042517631004305, new LogTimes(List.of(LogTimes.Point.of(1e5, 2), LogTimes.Point.of(1.1e5, 2.5))).at(1e5).span());
    }

    private static Table rows(int count) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", ColumnType.REAL), Column.of("y", ColumnType.REAL), Column.of("bought", ColumnType.CATEGORY)));
        for (int i = 0; i < count; i++) {
            builder.row(i * 7 % 11 / 3.0, i * 13 % 17 / 5.0, i * 5 % 7 < 3 ? "yes" : "no");
        }
        return builder.build();
    }

    private static ClassificationSettings settings(String models) {
        return MemoryRun.settings(Map.of("target", "bought", "models", List.of(models.split(",")), "baselines", false, "folds", 4));
    }

    private static InputSchemas inputs(int rows) {
        return new InputSchemas(Map.of("data", List.of(SampleTables.dataset("shop", rows(rows)))));
    }

    private static PastRun<ClassificationSettings> past(int rows, Map<String, Double> seconds, double whole) {
        TableBuilder board = Table.builder(Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("fitSeconds", ColumnType.REAL),
                Column.of("scoreSeconds", ColumnType.REAL)));
        seconds.forEach((model, each) -> board.row(model, each * 0.75, each * 0.25));
        Result result = Result.builder().table(ResultTable.of("leaderboard", "", board.build())).build();
        return new PastRun<>(settings(String.join(",", seconds.keySet())), inputs(rows), result, whole);
    }

    private static RunForecast forecast(String models, int rows, List<PastRun<ClassificationSettings>> past) {
        return new ClassificationAnalysis().forecast(settings(models), inputs(rows), past);
    }

    @Test
    void withoutHistoryNothingIsForetold() {
        RunForecast none = forecast("decision-tree,random-forest", 100, List.of());
        assertTrue(none.whole().isEmpty());
        assertEquals(List.of("decision-tree", "random-forest"), none.unknown());
        assertEquals(0, none.runs());
    }

    @Test
    void tenTimesTheRowsTakeTenTimesTheTimeWhenOneRunIsKnown() {
        RunForecast known = forecast("decision-tree", 1_000, List.of(past(100, Map.of("decision-tree", 0.5), 4)));
        RunForecast same = forecast("decision-tree", 100, List.of(past(100, Map.of("decision-tree", 0.5), 4)));
        assertEquals(10, known.parts().get(0).time().seconds() / same.parts().get(0).time().seconds(), 1e-9);
        assertEquals(4, same.whole().orElseThrow().seconds(), 1e-9, "as long as the one that was the same");
        assertEquals(40, known.whole().orElseThrow().seconds(), 1e-9);
        assertTrue(known.whole().orElseThrow().low() < 40 && known.whole().orElseThrow().high() > 40);
        assertEquals(1, known.parts().get(0).runs());
    }

    @Test
    void rowsThatAreComparedWithRowsCountTwice() {
        RunForecast known = forecast("k-nearest-neighbours", 1_000, List.of(past(100, Map.of("k-nearest-neighbours", 0.5), 4)));
        RunForecast same = forecast("k-nearest-neighbours", 100, List.of(past(100, Map.of("k-nearest-neighbours", 0.5), 4)));
        assertEquals(100, known.parts().get(0).time().seconds() / same.parts().get(0).time().seconds(), 1e-9);
    }

    @Test
    void moreRunsNarrowTheSpanAndModelsThatTakeMuchOfTheWholeAreSlow() {
        List<PastRun<ClassificationSettings>> one = List.of(past(200, Map.of("decision-tree", 0.1, "random-forest", 20.0), 30));
        List<PastRun<ClassificationSettings>> many = List.of(one.get(0), past(200, Map.of("decision-tree", 0.11, "random-forest", 21.0), 31),
                past(200, Map.of("decision-tree", 0.09, "random-forest", 19.0), 29), past(220, Map.of("decision-tree", 0.1, "random-forest", 22.0), 33));
        RunForecast wide = forecast("decision-tree,random-forest,kernel-svm", 200, one);
        RunForecast narrow = forecast("decision-tree,random-forest,kernel-svm", 200, many);
        assertTrue(width(narrow) < 0.6 * width(wide), width(narrow) + " against " + width(wide));
        assertEquals(List.of("kernel-svm"), narrow.unknown());
        assertEquals(List.of(false, true), narrow.parts().stream().map(RunForecast.Part::slow).toList());
        assertEquals(4, narrow.runs());
    }

    private static double width(RunForecast forecast) {
        RunForecast.Span whole = forecast.whole().orElseThrow();
        return whole.high() / whole.low();
    }

    /** A real run on penguins tells its own models, and no others. */
    @Test
    void aRealResultIsUnderstood() throws Exception {
        Table penguins = SampleTables.read("penguins.csv");
        ClassificationSettings own = MemoryRun.settings(Map.of("target", "species", "models", List.of("decision-tree", "gaussian-naive-bayes"), "folds", 3,
                "diagnostics", Map.of("learningCurveFolds", 0, "bootstrapReplicates", 0)));
        Result result = new MemoryRun(own, penguins, 1, 5).prepare().execute().summarise();
        InputSchemas inputs = new InputSchemas(Map.of("data", List.of(SampleTables.dataset("penguins", penguins))));
        RunForecast forecast = new ClassificationAnalysis().forecast(own, inputs, List.of(new PastRun<>(own, inputs, result, 3)));
        assertEquals(own.distinctModels().stream().map(kind -> kind.id()).toList(), forecast.parts().stream().map(RunForecast.Part::id).toList());
        assertEquals(List.of(), forecast.unknown());
        assertEquals(3, forecast.whole().orElseThrow().seconds(), 1e-9);
        assertFalse(forecast.parts().stream().anyMatch(RunForecast.Part::slow), "none of them takes ten seconds");
    }
}
