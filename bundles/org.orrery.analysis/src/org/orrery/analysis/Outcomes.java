package org.orrery.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The outcomes committed so far, read from disk when they are asked for, always in the order in which the units were
 * declared, whatever order they ended in. A view of one moment: it does not change while it is used. Safe for any number
 * of threads.
 *
 * @param <O> the outcome of a unit
 */
public interface Outcomes<O> {
    /** What became of a unit. */
    enum Status {
        /** Not ended yet, or not declared. */
        PENDING,
        /** Ended well; its outcome is stored. */
        SUCCEEDED,
        /** Ended with an error. */
        FAILED,
        /** Not done, because the user skipped it or a unit that it needs did not succeed. */
        SKIPPED
    }

    /**
     * A unit that has no outcome and will have none in this attempt.
     *
     * @param unit the unit
     * @param status FAILED or SKIPPED
     * @param message the reason, a sentence for the user
     */
    record Gap(Unit unit, Status status, String message) {
    }

    /** All units declared so far, in order. */
    List<Unit> units();

    /** What became of that unit. */
    Status status(String unitId);

    /** The outcome of that unit; empty unless it succeeded. */
    Optional<O> get(String unitId);

    /** Hands over the stored outcomes one by one, in declaration order. */
    void forEach(BiConsumer<Unit, O> action);

    /** The failed and skipped units, in declaration order. */
    List<Gap> gaps();

    /** How many units succeeded. */
    int succeeded();

    /** The rows that succeeded units have written under that name, in declaration order of the units. */
    StoredRows rows(String name);
}
