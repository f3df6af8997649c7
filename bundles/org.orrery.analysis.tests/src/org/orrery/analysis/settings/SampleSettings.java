package org.orrery.analysis.settings;

import java.util.List;
import java.util.Optional;

/** Settings that use every kind of component. */
record SampleSettings(@ColumnRole(Role.TARGET) String target, @ColumnRole(Role.FEATURE) List<String> features,
        @Default("5") @Range(min = 2, max = 100) @Extends int folds, @Default("round,flat") List<Shape> shapes,
        @Default("round") Shape shape, Optional<Double> threshold, @Default("true") boolean refit, @Advanced Inner inner, List<Inner> steps) {
    enum Shape {
        ROUND, FLAT, VERY_FLAT
    }

    record Inner(@Default("1.5") @Range(min = 0) double c, @Default("none") String label) {
    }
}
