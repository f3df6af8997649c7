package org.orrery.ui.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.result.ChartSpec;

/** Where the legend of a chart takes least from its lines. */
final class LegendPlace {
    /** Above that height there is room for both. */
    private static final int LOW = 420;
    /** What it has beside the names: the sign of the line and its margins. */
    private static final int SIGN = 60;
    /** What its own margins take of the height. */
    private static final int AROUND = 20;

    private LegendPlace() {
    }

    /** {@link SWT#RIGHT} where the chart is low and wide enough for that, else {@link SWT#BOTTOM}. */
    static int of(Control view, ChartSpec chart) {
        Point size = view.getSize();
        if (size.y >= LOW || size.y <= AROUND) {
            return SWT.BOTTOM;
        }
        GC gc = new GC(view);
        try {
            int widest = chart.series().stream().mapToInt(series -> gc.textExtent(series.name()).x).max().orElse(0) + SIGN;
            int line = gc.getFontMetrics().getHeight() * 4 / 3;
            int columns = Math.ceilDiv(chart.series().size() * line, size.y - AROUND);
            return widest * columns * 5 < size.x * 2 ? SWT.RIGHT : SWT.BOTTOM;
        } finally {
            gc.dispose();
        }
    }
}
