package org.orrery.jobs.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.StoredRun.Metric;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.notice.NoticeRules.Kind;

class NoticeTest {
    @TempDir
    Path folder;
    private final List<Notice> told = new ArrayList<>();
    private Set<Kind> wanted = EnumSet.allOf(Kind.class);
    private final NoticeDesk desk = new NoticeDesk(
            () -> new NoticeRules(wanted, NoticeRules.thresholds("loss < 0.1; accuracy > 0.9; nonsense"), true, List.of(), NoticeRules.SILENCE), told::add);

    @Test
    void goodAndBadEndsAreToldOnceAndOnlyOfRunsThatWereSeenAtWork() {
        desk.changed(run(1, RunState.COMPLETED));
        assertEquals(List.of(), told, "it ended before");
        for (RunState end : List.of(RunState.COMPLETED, RunState.STOPPED_KEPT, RunState.FAILED, RunState.FAILED_PARTIAL, RunState.COMPLETED_PARTIAL, RunState.CANCELLED,
                RunState.INTERRUPTED)) {
            desk.changed(run(2 + end.ordinal(), RunState.RUNNING));
            desk.changed(run(2 + end.ordinal(), end));
            desk.changed(run(2 + end.ordinal(), end));
        }
        assertEquals(List.of(Kind.FINISHED, Kind.FINISHED, Kind.FAILED, Kind.FAILED, Kind.FAILED), kinds(), "the user knows what he has ended himself");
        assertTrue(told.get(0).message().contains("Run " + (2 + RunState.COMPLETED.ordinal())), told::toString);
    }

    @Test
    void thousandsOfWrongValuesAreToldOnce() {
        desk.changed(run(1, RunState.RUNNING));
        for (int step = 0; step < 5_000; step++) {
            report(1, "loss", step, Double.NaN);
            report(1, "other", step, Double.POSITIVE_INFINITY);
        }
        assertEquals(List.of(Kind.NOT_A_NUMBER), kinds());
        assertTrue(told.get(0).message().contains("loss") && told.get(0).message().contains("step 0"), told::toString);
        desk.changed(run(2, RunState.RUNNING));
        report(2, "loss", 3, Double.NaN);
        assertEquals(2, told.size(), "another run is another thing");
    }

    @Test
    void eachThresholdIsToldWhenItIsCrossedForTheFirstTime() {
        desk.changed(run(1, RunState.RUNNING));
        report(1, "loss", 1, 0.1);
        report(1, "accuracy", 1, 0.9);
        report(1, "precision", 1, 0.99);
        assertEquals(List.of(), told, "reached is not crossed");
        report(1, "loss", 2, 0.09);
        report(1, "loss", 3, 0.2);
        report(1, "loss", 4, 0.05);
        report(1, "accuracy", 5, 0.91);
        assertEquals(List.of(Kind.THRESHOLD, Kind.THRESHOLD), kinds());
        assertTrue(told.get(0).message().contains("0.09") && told.get(0).message().contains("step 2"), told::toString);
    }

    @Test
    void aRunThatFallsSilentIsToldOnceAfterAMinute() {
        desk.changed(run(1, RunState.RUNNING));
        desk.look(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
        assertEquals(List.of(), told, "it has never reported anything");
        report(1, "loss", 1, 1);
        long now = System.nanoTime();
        desk.look(now + TimeUnit.SECONDS.toNanos(59));
        assertEquals(List.of(), told);
        desk.look(now + TimeUnit.SECONDS.toNanos(62));
        desk.look(now + TimeUnit.SECONDS.toNanos(162));
        assertEquals(List.of(Kind.STALLED), kinds());
        desk.changed(run(2, RunState.RUNNING));
        report(2, "loss", 1, 1);
        desk.changed(run(2, RunState.PAUSED));
        desk.look(now + TimeUnit.HOURS.toNanos(1));
        assertEquals(1, told.size(), "a run that is held is silent for a reason");
    }

    @Test
    void aRunThatTurnsOutWorseThanItsBaselineIsTold() {
        desk.changed(run(1, RunState.RUNNING));
        desk.changed(run(1, RunState.COMPLETED));
        desk.changed(run(1, RunState.COMPLETED, RunTags.REGRESSED));
        desk.changed(run(1, RunState.COMPLETED, RunTags.REGRESSED, "mine"));
        assertEquals(List.of(Kind.FINISHED, Kind.REGRESSED), kinds());
    }

    @Test
    void whatTheUserDoesNotWantIsNotTold() {
        wanted = EnumSet.of(Kind.FAILED);
        desk.changed(run(1, RunState.RUNNING));
        report(1, "loss", 1, Double.NaN);
        desk.changed(run(1, RunState.COMPLETED));
        assertEquals(List.of(), told);
        desk.changed(run(2, RunState.RUNNING));
        desk.removed(2);
        desk.changed(run(2, RunState.FAILED));
        assertEquals(List.of(), told, "it is gone");
    }

    @Test
    void aStormOpensThreeWindowsAndOneThatCountsTheRest() {
        NoticeGate gate = new NoticeGate();
        long now = System.nanoTime();
        int shown = 0;
        for (int i = 0; i < 1_000; i++) {
            shown += gate.pass(now + i) ? 1 : 0;
        }
        assertEquals(3, shown);
        assertEquals(0, gate.collected(now + TimeUnit.SECONDS.toNanos(10)));
        assertEquals(997, gate.collected(now + TimeUnit.SECONDS.toNanos(31)));
        assertEquals(0, gate.collected(now + TimeUnit.SECONDS.toNanos(32)));
        assertTrue(gate.pass(now + TimeUnit.SECONDS.toNanos(33)));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramIsToldWordByWordWithoutAShell() throws Exception {
        Path script = Files.writeString(folder.resolve("told.sh"), "printf '%s\\n' \"$@\" > \"$0.out\"\n");
        Notice notice = new Notice(Kind.NOT_A_NUMBER, 7, "A name; rm -rf $HOME `x`", "It's \"so\".");
        List<String> words = NoticeRules.words("sh " + script + " ${event} ${run} \"the name: ${name}\" ${message} ${other} ${");
        NoticeCommand.run(words, notice);
        assertEquals(List.of("not-a-number", "7", "the name: A name; rm -rf $HOME `x`", "It's \"so\".", "${other}", "${"),
                Files.readAllLines(folder.resolve("told.sh.out")));
        NoticeCommand.run(List.of(), notice);
        IOException refused = assertThrows(IOException.class, () -> NoticeCommand.run(List.of("/no/such/program"), notice));
        assertTrue(refused.getMessage().contains("/no/such/program"), refused::getMessage);
    }

    @Test
    void rulesAreReadAsTheyAreWritten() {
        assertEquals(Optional.of(new NoticeRules.Threshold("loss", true, 0.1)), NoticeRules.Threshold.of(" loss<1e-1 "));
        assertEquals(Optional.of(new NoticeRules.Threshold("val.acc", false, -2)), NoticeRules.Threshold.of("val.acc > -2"));
        for (String bad : List.of("", "loss", "loss = 2", "loss < two", "loss < 1.2.3")) {
            assertEquals(Optional.empty(), NoticeRules.Threshold.of(bad), bad);
        }
        assertFalse(new NoticeRules.Threshold("loss", true, 0.1).crossed("loss", Double.NaN));
        assertEquals(List.of("a b", "c", ""), NoticeRules.words(" \"a b\"  c \"\""));
    }

    private List<Kind> kinds() {
        return told.stream().map(Notice::kind).toList();
    }

    private void report(long run, String name, long step, double value) {
        desk.series(new RunSeries(run, List.of(new Metric("unit", name, step, Instant.EPOCH, value)), List.of(), 0));
    }

    private static RunSummary run(long id, RunState state, String... tags) {
        return new RunSummary(id, "external", "Run " + id, state, Instant.EPOCH, Optional.of(Instant.EPOCH), Optional.empty(), "iris", "", Double.NaN,
                new UnitCounts(1, 2, 0, 0, 0), false, List.of(tags));
    }
}
