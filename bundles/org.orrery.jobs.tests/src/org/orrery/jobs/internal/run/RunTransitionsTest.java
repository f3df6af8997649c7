package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunState;

class RunTransitionsTest {
    @Test
    void noSequenceOfEventsLeadsToATransitionOutsideTheTable() {
        Random random = new Random(7);
        RunState[] states = RunState.values();
        RunState state = RunState.QUEUED;
        int taken = 0;
        for (int i = 0; i < 100_000; i++) {
            RunState next = states[random.nextInt(states.length)];
            RunState now = state;
            if (RunTransitions.allowed(now, next)) {
                state = RunTransitions.check(now, next);
                taken++;
                // What has ended only goes on through the queue, and only when it may be resumed.
                assertTrue(!now.ended() || next == RunState.QUEUED);
            } else {
                assertThrows(IllegalStateException.class, () -> RunTransitions.check(now, next));
            }
        }
        assertTrue(taken > 1_000);
    }

    @Test
    void everyEndedStateLeadsBackToTheQueueAndNoOther() {
        for (RunState state : RunState.values()) {
            assertEquals(state.ended() || state == RunState.PAUSED, RunTransitions.allowed(state, RunState.QUEUED), state.name());
            assertFalse(RunTransitions.allowed(state, state));
        }
    }

    @Test
    void anEndThatWasAskedForIsNeverTakenBack() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            Wish wish = Wish.GO;
            for (int event = 0; event < 10; event++) {
                Wish before = wish;
                wish = wish.then(Wish.values()[random.nextInt(Wish.values().length)]);
                assertTrue(!before.atOnce() || wish == before);
                assertTrue(before != Wish.STOP || wish == Wish.STOP || wish.atOnce());
            }
        }
    }
}
