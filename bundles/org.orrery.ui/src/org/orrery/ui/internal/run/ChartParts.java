package org.orrery.ui.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.ui.IMemento;
import org.orrery.ui.charts.ChartPart;

/** To which part of each chart its reader has zoomed, by the id of the chart; kept over a restart. On the user interface thread. */
final class ChartParts {
    private static final String PART = "chart"; //$NON-NLS-1$
    private static final String LEFT = "left"; //$NON-NLS-1$
    private static final String RIGHT = "right"; //$NON-NLS-1$
    private static final String BOTTOM = "bottom"; //$NON-NLS-1$
    private static final String TOP = "top"; //$NON-NLS-1$

    private final Map<String, ChartPart> parts = new LinkedHashMap<>();

    /** Keeps what was zoomed to, or forgets it when everything is shown. */
    void put(String chart, Optional<ChartPart> part) {
        part.ifPresentOrElse(shown -> parts.put(chart, shown), () -> parts.remove(chart));
    }

    Optional<ChartPart> get(String chart) {
        return Optional.ofNullable(parts.get(chart));
    }

    void save(IMemento memento) {
        parts.forEach((chart, part) -> {
            IMemento child = memento.createChild(PART, chart);
            // As text: a memento knows fractions of seven digits only.
            child.putString(LEFT, Double.toString(part.left()));
            child.putString(RIGHT, Double.toString(part.right()));
            child.putString(BOTTOM, Double.toString(part.bottom()));
            child.putString(TOP, Double.toString(part.top()));
        });
    }

    /** Takes back what was written down; what is damaged is left aside. */
    void restore(IMemento memento) {
        for (IMemento child : memento.getChildren(PART)) {
            try {
                parts.put(String.valueOf(child.getID()), new ChartPart(number(child, LEFT), number(child, RIGHT), number(child, BOTTOM), number(child, TOP)));
            } catch (IllegalArgumentException e) {
                // No number, or no part: the chart is shown whole, as if nobody had zoomed.
                parts.remove(String.valueOf(child.getID()));
            }
        }
    }

    private static double number(IMemento memento, String key) {
        return Double.parseDouble(String.valueOf(memento.getString(key)));
    }
}
