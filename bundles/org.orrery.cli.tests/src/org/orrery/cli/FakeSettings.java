package org.orrery.cli;

import java.util.List;
import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.ColumnRole;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Extends;
import org.orrery.analysis.settings.Range;
import org.orrery.analysis.settings.Role;

/** Settings of an analysis that is not there, with one of each kind. */
public record FakeSettings(@ColumnRole(Role.TARGET) String target, @Extends @Range(min = 2, max = 100) @Default("5") int folds,
        @Default("small") Size size, @Advanced Optional<Double> threshold, List<String> words, Tree tree) {
    /** A choice. */
    public enum Size {
        SMALL,
        VERY_LARGE
    }

    /** A group. */
    public record Tree(@Range(min = 1) @Default("4") int maxDepth, @Default("true") boolean prune) {
    }
}
