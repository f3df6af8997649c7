package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Outcomes.Status;
import org.orrery.analysis.Unit;

class UnitScheduleTest {
    private final UnitSchedule schedule = new UnitSchedule();

    private static Unit unit(String id, String... after) {
        return Unit.of(id, id).after(List.of(after));
    }

    private String next() {
        return schedule.next().map(Unit::id).orElse("");
    }

    @Test
    void unitsBeginInOrderOfDeclarationAsFarAsTheyMay() {
        schedule.add(List.of(unit("c", "a"), unit("a"), unit("b")), id -> Status.PENDING);
        assertEquals("a", next());
        assertEquals("b", next());
        assertEquals("", next());
        assertEquals(List.of(), schedule.ended("a", true));
        assertEquals("c", next());
        assertEquals(0, schedule.left());
    }

    @Test
    void aFailureSkipsAllThatNeedItAndFreesThoseThatOnlyWait() {
        schedule.add(List.of(unit("a"), unit("b", "a"), unit("c", "b"), Unit.of("d", "d").afterEnd(List.of("a", "c"))), id -> Status.PENDING);
        assertEquals("a", next());
        assertEquals(List.of(new UnitSchedule.Skip("b", "a"), new UnitSchedule.Skip("c", "b")), schedule.ended("a", false));
        assertEquals("d", next());
        assertEquals(0, schedule.left());
    }

    @Test
    void stoppingDropsAllButTheClosingUnitsWithoutCallingThemSkipped() {
        schedule.add(List.of(unit("a"), unit("b", "a"), Unit.of("end", "end").afterEnd(List.of("a", "b")).asClosing(),
                unit("needy", "b").asClosing()), id -> Status.PENDING);
        assertEquals("a", next());
        assertEquals(List.of(), schedule.stop());
        assertEquals("", next());
        assertEquals(List.of(), schedule.ended("a", true));
        assertEquals("end", next());
        assertEquals(0, schedule.left());
    }

    @Test
    void aLaterRoundSeesWhatHasBecomeOfTheEarlier() {
        schedule.add(List.of(unit("a")), id -> Status.PENDING);
        assertEquals("a", next());
        schedule.ended("a", false);
        List<UnitSchedule.Skip> skips = schedule.add(List.of(unit("b", "a"), unit("c")), id -> id.equals("a") ? Status.FAILED : Status.PENDING);
        assertEquals(List.of(new UnitSchedule.Skip("b", "a")), skips);
        assertEquals("c", next());
        assertEquals(Optional.empty(), schedule.next());
        assertTrue(schedule.left() == 0);
    }
}
