package org.orrery.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A piece of work that is done whole or not at all.
 *
 * @param id unique in its run, of letters, digits and {@code - . _ /}; depends only on settings that cannot grow
 * @param label what the user reads
 * @param group what is skipped or given more time together, a model for example; empty for none
 * @param after ids of units that come before this one
 * @param needs what must have become of those
 * @param cost the expected work relative to the other units, above 0
 * @param closing whether it also runs when the user stops the run and keeps what is there
 */
public record Unit(String id, String label, String group, List<String> after, Needs needs, double cost, boolean closing) {
    /** What must have become of the units before this one. */
    public enum Needs {
        /** All have succeeded; otherwise this unit is skipped. */
        SUCCEEDED,
        /** All have ended, well or not. */
        ENDED
    }

    public Unit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(needs, "needs");
        after = List.copyOf(after);
        if (!id.matches("[A-Za-z0-9._/-]+")) {
            throw new IllegalArgumentException("Not an id of a unit: " + id);
        }
        if (!(cost > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("The cost of a unit must be positive: " + cost);
        }
    }

    /** A unit of cost 1 that depends on no other. */
    public static Unit of(String id, String label) {
        return new Unit(id, label, "", List.of(), Needs.SUCCEEDED, 1, false);
    }

    /** The same unit in that group. */
    public Unit inGroup(String newGroup) {
        return new Unit(id, label, newGroup, after, needs, cost, closing);
    }

    /** The same unit, started once all of these have succeeded. */
    public Unit after(List<String> ids) {
        return new Unit(id, label, group, ids, Needs.SUCCEEDED, cost, closing);
    }

    /** The same unit, started once all of these have ended, well or not. */
    public Unit afterEnd(List<String> ids) {
        return new Unit(id, label, group, ids, Needs.ENDED, cost, closing);
    }

    /** The same unit with that relative cost. */
    public Unit costing(double newCost) {
        return new Unit(id, label, group, after, needs, newCost, closing);
    }

    /** The same unit, also run when the user stops the run and keeps what is there. */
    public Unit asClosing() {
        return new Unit(id, label, group, after, needs, cost, true);
    }
}
