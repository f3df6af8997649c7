package org.orrery.ui.charts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which part of each axis of parallel coordinates lines have to pass, as shares of its height. An axis without one lets every line pass. */
final class AxisFilters {
    private static final double LEAST = 0.02;

    /**
     * A part of an axis.
     *
     * @param low its lower end, from 0
     * @param high its upper end, to 1
     */
    record Part(double low, double high) {
        boolean whole() {
            return low <= 0 && high >= 1;
        }
    }

    private final Map<Integer, Part> parts = new TreeMap<>();

    /** The part between two heights, in either order; the whole axis is no filter. */
    void set(int axis, double one, double other) {
        Part part = new Part(Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other)));
        if (part.whole() || part.high() < part.low()) {
            parts.remove(axis);
        } else {
            parts.put(axis, part);
        }
    }

    /** Moves the part by a share of the axis; it stays as long as it is. */
    void move(int axis, double by) {
        part(axis).ifPresent(part -> {
            double moved = Math.clamp(by, -part.low(), 1 - part.high());
            parts.put(axis, new Part(part.low() + moved, part.high() + moved));
        });
    }

    /** Makes the part shorter or longer about its middle; one as long as its axis is none. */
    void scale(int axis, double factor) {
        Part part = part(axis).orElse(new Part(0, 1));
        double middle = (part.low() + part.high()) / 2;
        double half = Math.max(LEAST, part.high() - part.low()) / 2 * factor;
        if (half >= LEAST / 2) {
            set(axis, middle - half, middle + half);
        }
    }

    void clear(int axis) {
        parts.remove(axis);
    }

    void clear() {
        parts.clear();
    }

    boolean none() {
        return parts.isEmpty();
    }

    Optional<Part> part(int axis) {
        return Optional.ofNullable(parts.get(axis));
    }

    /** The parts by the numbers of their axes. */
    Map<Integer, Part> parts() {
        return parts;
    }

    /** Whether a line passes all of them; one without a value on such an axis does not. */
    boolean pass(double[] shares) {
        // Rounding may move a value that stands on the end of a part.
        return parts.entrySet().stream().allMatch(each -> shares[each.getKey()] >= each.getValue().low() - 1e-9 && shares[each.getKey()] <= each.getValue().high() + 1e-9);
    }
}
