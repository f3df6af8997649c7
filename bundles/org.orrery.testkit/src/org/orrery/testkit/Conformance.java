package org.orrery.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.orrery.analysis.Analysis;

/**
 * An analysis and the cases it is tried with. Immutable: each method returns a changed copy.
 *
 * @param subject the analysis
 * @param cases at least one
 * @param points at how many units each rule cuts in, at most; evenly chosen, the first and the last among them
 */
public record Conformance(Subject subject, List<ConformanceCase> cases, int points) {
    private static final int POINTS = 16;

    /** Which analysis is meant. */
    public sealed interface Subject {
    }

    /** An analysis that a plugin.xml registers. */
    public record Registered(String id) implements Subject {
        public Registered {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * An analysis that no plugin.xml knows.
     *
     * @param analysis its class
     * @param settings the class of its settings
     */
    public record Unregistered(Class<? extends Analysis<?>> analysis, Class<? extends Record> settings) implements Subject {
        public Unregistered {
            Objects.requireNonNull(analysis, "analysis");
            Objects.requireNonNull(settings, "settings");
        }
    }

    public Conformance {
        Objects.requireNonNull(subject, "subject");
        cases = List.copyOf(cases);
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1");
        }
    }

    /** The analysis of that id, so far without a case. */
    public static Conformance of(String id) {
        return new Conformance(new Registered(id), List.of(), POINTS);
    }

    /** An analysis by its class, so far without a case. Its inputs are those of the cases. */
    public static <S extends Record> Conformance of(Class<? extends Analysis<S>> analysis, Class<S> settings) {
        return new Conformance(new Unregistered(analysis, settings), List.of(), POINTS);
    }

    /** The same with one more case. */
    public Conformance with(ConformanceCase another) {
        List<ConformanceCase> more = new ArrayList<>(cases);
        more.add(another);
        return new Conformance(subject, more, points);
    }

    /** The same, cutting in at so many units at most. */
    public Conformance points(int most) {
        return new Conformance(subject, cases, most);
    }
}
