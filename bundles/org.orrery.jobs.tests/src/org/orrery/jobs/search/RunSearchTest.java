package org.orrery.jobs.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

class RunSearchTest {
    /** Half past midnight in Berlin, where it is the 21st; in Greenwich it is still the 20th. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 0, 30, 0, 0, ZoneId.of("Europe/Berlin"));

    private final List<RunSummary> runs = List.of(
            run(4, "classification", "Wine again", RunState.RUNNING, "2026-11-20T23:10:00Z", null, "wine", Double.NaN, List.of(), ""),
            run(3, "regression", "Houses", RunState.FAILED_PARTIAL, "2026-11-20T22:59:00Z", "2026-11-20T23:09:00Z", "houses.csv", 0.3, List.of("nightly"), "too few rows"),
            run(2, "classification", "Flowers (second try)", RunState.COMPLETED, "2026-11-10T10:00:00Z", "2026-11-10T10:01:30Z", "iris", 0.97,
                    List.of("Baseline", "draft 2"), ""),
            run(1, "classification", "Flowers", RunState.INTERRUPTED, "2026-10-31T10:00:00Z", "2026-10-31T10:00:01Z", "iris", Double.NaN, List.of(), "Ändern"));
    private final Map<Long, RunFacts> facts = Map.of(
            4L, RunFacts.of(Map.of("set.folds", 10.0, "set.target", "quality", "seed", 7.0)),
            3L, RunFacts.of(Map.of("rmse", 4.5, "r2", -0.25, "set.folds", 5.0)),
            2L, RunFacts.of(Map.of("bestModel", "random-forest", "bestModel.accuracy", 0.97, "random-forest.accuracy", 0.97, "decision-tree.accuracy", 0.9,
                    "bestModel.logLoss", 0.125, "set.folds", 5.0, "set.logisticRegression.c", 0.1, "set.models", "random-forest,decision-tree")),
            1L, RunFacts.of(Map.of()));

    @Test
    void nothingFindsEverything() throws RunException {
        assertFound("  ", 4, 3, 2, 1);
    }

    @Test
    void aWordIsAPartOfWhatPeopleCallARunByOrItsNumber() throws RunException {
        assertFound("flow", 2, 1);
        assertFound("\"second try\"", 2);
        assertFound("WINE", 4);
        assertFound("ÄNDERN", 1);
        assertFound("nightly", 3);
        assertFound("regress", 3);
        assertFound("2", 2);
    }

    @Test
    void fieldsHoldOrAreWords() throws RunException {
        assertFound("status:failed", 3);
        assertFound("status=failed-partial", 3);
        assertFound("status:interrupted or status:RUNNING", 4, 1);
        assertFound("tag=baseline", 2);
        assertFound("tag:draft", 2);
        assertFound("tag=draft");
        assertFound("tag!=baseline", 4, 3, 1);
        assertFound("data:iris", 2, 1);
        assertFound("data=houses", new long[0]);
        assertFound("name:\"second try\"", 2);
        assertFound("note:rows", 3);
        assertFound("analysis!=classification", 3);
        assertFound("model:forest", 2);
        assertFound("has:note", 3, 1);
        assertFound("has!=tags", 4, 1);
        assertFound("resumable:yes", 3, 1);
    }

    @Test
    void figuresCompareWithNumbersAndThoseOfTheBestModelNeedNoNameOfIt() throws RunException {
        assertFound("accuracy > 0.95", 2);
        assertFound("accuracy>97%");
        assertFound("accuracy >= 97%", 2);
        assertFound("decision-tree.accuracy < 0.95", 2);
        assertFound("logLoss=.125", 2);
        assertFound("r2<0", 3);
        assertFound("best>0.5", 2);
        assertFound("run<=2", 2, 1);
        assertFound("failed>0");
        assertFound("rmse!=1e1", 3);
    }

    @Test
    void settingsAreFoundByTheirNames() throws RunException {
        assertFound("set.folds=5", 3, 2);
        assertFound("set.folds>5", 4);
        assertFound("set.target:qual", 4);
        assertFound("set.c=0.1", 2);
        assertFound("set.logisticRegression.c<1", 2);
        assertFound("set.models:tree", 2);
        assertFound("seed=7", 4);
    }

    @Test
    void timesAreDaysOfTheZoneOfTheUser() throws RunException {
        assertFound("started:today", 4);
        assertFound("started:yesterday", 3);
        assertFound("started=2026-11-21", 4);
        assertFound("started:2026-11", 4, 3, 2);
        assertFound("started<2026-11", 1);
        assertFound("started>2026-11-10", 4, 3);
        assertFound("started>=2026-11-10", 4, 3, 2);
        assertFound("started<=2026-11-10", 2, 1);
        assertFound("started > -24h", 4, 3);
        assertFound("started > 2026-11-10T11:00", 4, 3);
        assertFound("started:2026-11-10T11:00", 2);
        assertFound("finished=2026-11-20T23:09:00Z", 3);
    }

    @Test
    void lengthsOfTimeHaveUnits() throws RunException {
        assertFound("duration>60", 4, 3, 2);
        assertFound("duration >= 10m", 4, 3);
        assertFound("duration<1500ms", 1);
    }

    @Test
    void andBindsCloserThanOrAndBracketsAndNotsWork() throws RunException {
        assertFound("flowers status:completed", 2);
        assertFound("wine or flowers and has:note", 4, 1);
        assertFound("(wine or flowers) and has:note", 1);
        assertFound("-flowers", 4, 3);
        assertFound("-(flowers or wine)", 3);
        assertFound("not flowers not tag:nightly", 4);
        assertFound("-tag:nightly -\"wine again\"", 2, 1);
        assertFound("not accuracy>0.5", 4, 3, 1);
        assertFound("((run=1))", 1);
    }

    @Test
    void factsAreReadOnlyWhereTheLineDoesNotDecide() throws RunException {
        AtomicInteger read = new AtomicInteger();
        List<RunSummary> found = RunSearch.of("data:iris accuracy>0.5", NOW).of(runs, run -> {
            read.incrementAndGet();
            return facts.get(run);
        });
        assertEquals(List.of(2L), found.stream().map(RunSummary::id).toList());
        assertEquals(2, read.get());
        assertEquals(Optional.of(true), RunSearch.of("run=1 or accuracy>0.5", NOW).fits(runs.get(3)));
        assertEquals(Optional.empty(), RunSearch.of("run=1 or accuracy>0.5", NOW).fits(runs.get(2)));
    }

    @Test
    void whatIsWrongIsToldWithItsColumn() {
        assertRefused("status:compleet", 8, "completed");
        assertRefused("flowers statsu:failed", 9, "status");
        assertRefused("accuracy >", 11, ">");
        assertRefused("name > b", 1, "name");
        assertRefused("run:first", 5, "first");
        assertRefused("started:soon", 9, "today");
        assertRefused("duration>soon", 10, "5m");
        assertRefused("(flowers", 1, "not closed");
        assertRefused("flowers)", 8, "not opened");
        assertRefused("flowers or", 11, "missing");
        assertRefused("or flowers", 1, "missing");
        assertRefused("\"flowers", 1, "quotation");
        assertRefused("= 5", 1, "field");
        assertRefused("a ! b", 3, "!");
        assertRefused("has:all", 5, "note");
        assertRefused("resumable:maybe", 11, "yes");
        assertRefused("started:2026-13-01", 9, "2026-13-01");
        assertRefused("accuracy:good", 1, "set.");
    }

    private void assertFound(String search, long... expected) throws RunException {
        List<Long> found = RunSearch.of(search, NOW).of(runs, facts::get).stream().map(RunSummary::id).toList();
        assertEquals(java.util.Arrays.stream(expected).boxed().collect(Collectors.toList()), found, search);
    }

    private static void assertRefused(String search, int column, String word) {
        RunException refused = assertThrows(RunException.class, () -> RunSearch.of(search, NOW), search);
        assertEquals(RunException.Code.BAD_USAGE, refused.code());
        assertTrue(refused.getMessage().startsWith("Column " + column + ": "), () -> search + ": " + refused.getMessage());
        assertTrue(refused.getMessage().contains(word), refused::getMessage);
    }

    private static RunSummary run(long id, String analysis, String name, RunState state, String started, String finished, String data, double best,
            List<String> tags, String note) {
        return new RunSummary(id, analysis, name, state, Instant.parse(started), Optional.of(Instant.parse(started)),
                Optional.ofNullable(finished).map(Instant::parse), data, Double.isNaN(best) ? "" : "best", best, new UnitCounts(5, 5, 0, 0, 0), state.resumable(), tags, note);
    }
}
