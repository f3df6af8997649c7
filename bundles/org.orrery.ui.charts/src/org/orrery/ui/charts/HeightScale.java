package org.orrery.ui.charts;

import java.util.Optional;

import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.orrery.analysis.render.Contour;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;

/** Beside a contour chart: which colour is which height. On the user interface thread. */
final class HeightScale extends Canvas {
    static final int WIDTH = 92;
    private static final int MARGIN = 34;
    private static final int BAR = 14;
    private static final int TICK = 4;
    private static final int TICK_ROOM = 40;

    private final ResourceManager resources;
    private Optional<Scale> scale = Optional.empty();
    private String label = ""; //$NON-NLS-1$

    HeightScale(Composite parent, ResourceManager resources) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.resources = resources;
        addListener(SWT.Paint, event -> scale.ifPresent(shown -> paint(event.gc, shown)));
    }

    /** @param chart with a surface */
    void show(ChartSpec chart) {
        scale = Optional.of(new Contour(chart).values());
        label = chart.scales().getFirst().label();
        setToolTipText(label);
        redraw();
    }

    private void paint(GC gc, Scale shown) {
        Rectangle area = getClientArea();
        ChartColours colours = ChartColours.of(getBackground(), getForeground(), resources);
        gc.setBackground(colours.ground());
        gc.fillRectangle(area);
        int height = Math.max(1, area.height - 2 * MARGIN);
        for (int shade = 0; shade < ContourPainter.SHADES; shade++) {
            int top = MARGIN + height - height * (shade + 1) / ContourPainter.SHADES;
            gc.setBackground(ChartColours.area((shade + 0.5) / ContourPainter.SHADES, getBackground().getRGB(), resources));
            gc.fillRectangle(TICK, top, BAR, MARGIN + height - height * shade / ContourPainter.SHADES - top);
        }
        for (Tick tick : shown.ticks(Math.max(2, height / TICK_ROOM))) {
            int y = MARGIN + height - (int) Math.round(height * shown.at(tick.value()));
            gc.setForeground(colours.axis());
            gc.drawLine(TICK + BAR, y, 2 * TICK + BAR, y);
            gc.setForeground(colours.text());
            gc.drawText(tick.label(), 3 * TICK + BAR, y - gc.textExtent(tick.label()).y / 2, true);
        }
        gc.setForeground(colours.text());
        gc.drawText(label, TICK, MARGIN - gc.textExtent(label).y - 2 * TICK, true);
    }
}
