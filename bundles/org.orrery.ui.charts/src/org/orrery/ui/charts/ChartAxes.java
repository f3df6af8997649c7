package org.orrery.ui.charts;

import java.util.List;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;

/** The two axes of a chart: their names, scales and ticks. On the user interface thread. */
final class ChartAxes {
    private static final int NAME_GAP = 6;
    private static final int SLANT = 45;
    private static final int TICK_DISTANCE = 48;

    private final Chart control;

    /** Their names come with a chart. */
    ChartAxes(Chart control) {
        this.control = control;
        horizontal().getTitle().setVisible(false);
        vertical().getTitle().setVisible(false);
    }

    private IAxis horizontal() {
        return control.getAxisSet().getXAxis(0);
    }

    private IAxis vertical() {
        return control.getAxisSet().getYAxis(0);
    }

    /** Names and scales as a chart describes them. */
    void show(ChartSpec chart) {
        show(horizontal(), chart.x(), chart.kind() == ChartSpec.Kind.BAR);
        show(vertical(), chart.y(), false);
    }

    private static void show(IAxis axis, Axis spec, boolean bars) {
        axis.getTitle().setText(spec.label());
        axis.getTitle().setVisible(!spec.label().isEmpty());
        boolean names = !spec.categories().isEmpty();
        if (bars) {
            axis.enableCategory(names);
            axis.setCategorySeries(spec.categories().toArray(String[]::new));
            axis.getTick().setFormat(null);
        } else {
            if (axis.isCategoryEnabled()) {
                axis.enableCategory(false);
            }
            axis.getTick().setFormat(names ? new NamedTicks(spec.categories()) : null);
        }
        boolean log = spec.logarithmic() && !names;
        if (axis.isLogScaleEnabled() && !log) {
            axis.enableLogScale(false);
        } else if (log) {
            axis.setRange(new Range(1, 10));
            axis.enableLogScale(true);
        }
    }

    /** As many ticks as there is room for on a plot of that size, in pixels. */
    void fit(ChartSpec chart, Point plot) {
        tickDistance(horizontal(), chart.x(), plot.x);
        slant(horizontal(), chart.x().categories(), plot.x);
        tickDistance(vertical(), chart.y(), plot.y);
    }

    /** An axis of names needs one tick for each, not several. */
    private static void tickDistance(IAxis axis, Axis spec, int length) {
        axis.getTick().setTickMarkStepHint(Math.max(TICK_DISTANCE, spec.categories().isEmpty() ? 0 : length / (spec.categories().size() + 1)));
    }

    /** Names that would run into each other are written at a slant. */
    private void slant(IAxis axis, List<String> names, int width) {
        GC gc = new GC(control);
        try {
            gc.setFont(axis.getTick().getFont());
            int widest = names.stream().mapToInt(name -> gc.textExtent(name).x).max().orElse(0);
            int angle = widest + NAME_GAP > width / Math.max(1, names.size()) ? SLANT : 0;
            if (axis.getTick().getTickLabelAngle() != angle) {
                axis.getTick().setTickLabelAngle(angle);
            }
        } finally {
            gc.dispose();
        }
    }

    /** The colours of a theme. */
    void dress(ChartColours colours, Font font) {
        for (IAxis axis : control.getAxisSet().getAxes()) {
            axis.getTitle().setForeground(colours.text());
            axis.getTitle().setFont(font);
            axis.getTick().setForeground(colours.axis());
            axis.getGrid().setForeground(colours.grid());
            axis.getGrid().setStyle(LineStyle.SOLID);
        }
    }
}
