package org.orrery.analysis.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

class ParallelAxesTest {
    private static final double NONE = Double.NaN;
    private static final Axis RATE = new Axis("rate", NONE, NONE, true, List.of());
    private static final Axis KERNEL = Axis.categories("kernel", List.of("linear", "poly", "rbf"));
    private final Series first = line("a", 0.001, 0, 5, 0.8);
    private final Series second = line("b", 0.1, 2, 5, 0.9);
    private final Series third = new Series("c", new double[] {0, 1, 3}, new double[] {0.01, 1, 0.85}, Role.DATA);
    private final ParallelAxes axes = new ParallelAxes(chart(List.of(RATE, KERNEL, Axis.linear("depth"), Axis.linear("accuracy"))));

    private ChartSpec chart(List<Axis> scales) {
        return new ChartSpec("settings", "Settings", Kind.PARALLEL, Axis.categories("Settings", List.of("rate", "kernel", "depth", "accuracy")), Axis.linear("Value"),
                List.of(first, second, third), "", scales);
    }

    private static Series line(String name, double... values) {
        return new Series(name, new double[] {0, 1, 2, 3}, values, Role.DATA);
    }

    /** By hand: .001 to .1 are two decades; three names stand at 0, 1/2 and 1; what is the same everywhere stands in the middle; .8 to .9. */
    @Test
    void eachAxisGoesFromItsLeastToItsLargestValueOnAScaleOfItsOwn() {
        assertArrayEquals(new double[] {0, 0, 0.5, 0}, axes.shares(first), 1e-12);
        assertArrayEquals(new double[] {1, 1, 0.5, 1}, axes.shares(second), 1e-12);
        assertArrayEquals(new double[] {0.5, 0.5, NONE, 0.5}, axes.shares(third), 1e-12);
    }

    @Test
    void whatCameOfACaseGivesItsColour() {
        assertEquals(0x0072B2, axes.colour(first));
        assertEquals(0xD55E00, axes.colour(second));
        assertEquals(0x767676, axes.colour(third));
        assertEquals(0x767676, ColourRamp.at(NONE));
    }

    @Test
    void valuesAreSaidAsTheirReaderKnowsThem() {
        assertEquals("rbf", axes.text(second, 1));
        assertEquals("0.1", axes.text(second, 0));
        assertEquals("–", axes.text(third, 2));
        assertEquals(List.of("linear", "rbf"), axes.ticks(1, 2).stream().map(Tick::label).toList());
        assertEquals(List.of("0.80", "0.85", "0.90"), axes.ticks(3, 3).stream().map(Tick::label).toList());
    }

    @Test
    void aChartWithoutAScaleForEachAxisIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> chart(List.of(RATE)));
        assertThrows(IllegalArgumentException.class, () -> new Series("s", new double[1], new double[1], Role.DATA, new double[2]));
    }

    @Test
    void aScaleFindsItsValuesAgain() {
        Scale log = Scale.of(RATE, new double[] {0.001, 0.1, -1, NONE}, 10, 20);
        assertEquals(15, log.at(0.01), 1e-12);
        assertEquals(0.01, log.value(15), 1e-12);
        assertEquals(7, Scale.of(Axis.linear("x"), new double[] {7}, 0, 1).value(0.5), 1e-12);
        assertEquals(0.5, Scale.of(Axis.categories("x", List.of("only")), new double[] {0}, 0, 1).at(0), 1e-12);
    }
}
