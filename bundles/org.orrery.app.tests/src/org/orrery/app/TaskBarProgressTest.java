package org.orrery.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TaskBarProgressTest {
    @Test
    void theBarShowsTheMeanOfAllThatIsAtWork() {
        assertEquals(-1, TaskBarProgress.percent(new double[0]));
        assertEquals(50, TaskBarProgress.percent(new double[] {0.25, 0.75}));
        assertEquals(33, TaskBarProgress.percent(new double[] {1.2, Double.NaN, 0}));
    }
}
