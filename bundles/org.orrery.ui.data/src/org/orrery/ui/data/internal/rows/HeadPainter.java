package org.orrery.ui.data.internal.rows;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.orrery.ui.TitlePainter;

/** Paints the head of a column: the name in bold, below it its summary and what its values look like, and an arrow when rows are sorted by it. */
final class HeadPainter extends TitlePainter {
    private static final int BAR = 4;
    private static final int LEAST_TEXT = 24;

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        paintBackground(cell, gc, bounds, registry);
        if (!(cell.getDataValue() instanceof ColumnHead head)) {
            return;
        }
        Font font = gc.getFont();
        Color former = gc.getForeground();
        gc.setForeground(foreground(cell, registry, former));
        boolean sorted = isSorted(cell);
        int width = bounds.width - 2 * MARGIN - (sorted ? ARROW + MARGIN : 0);
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        int line = gc.getFontMetrics().getHeight();
        int lines = bounds.height >= 3 * line ? 3 : 2;
        int top = bounds.y + Math.max(0, (bounds.height - lines * line) / 2);
        gc.drawText(fitted(gc, head.name(), width), bounds.x + MARGIN, top, true);
        gc.setFont(JFaceResources.getDefaultFont());
        gc.setAlpha(170);
        gc.drawText(fitted(gc, head.summary(), bounds.width - 2 * MARGIN), bounds.x + MARGIN, top + line, true);
        if (lines == 3 && head.shape() != null) {
            shape(gc, head.shape(), bounds, top + 2 * line, line);
        }
        gc.setAlpha(255);
        if (sorted) {
            arrow(gc, bounds, top + line / 2, cell.getConfigLabels().hasLabel(DOWN));
        }
        gc.setFont(font);
        gc.setForeground(former);
    }

    private void shape(GC gc, ColumnShape shape, Rectangle bounds, int top, int height) {
        double[] bars = shape.bars();
        int left = bounds.x + MARGIN;
        Color background = gc.getBackground();
        gc.setBackground(gc.getForeground());
        for (int i = 0; i < bars.length; i++) {
            int high = bars[i] == 0 ? 0 : Math.max(1, (int) Math.round(bars[i] * (height - 4)));
            gc.fillRectangle(left + i * BAR, top + height - 2 - high, BAR - 1, high);
        }
        gc.setBackground(background);
        int text = bars.length == 0 ? left : left + bars.length * BAR + MARGIN;
        int width = bounds.x + bounds.width - MARGIN - text;
        if (width > LEAST_TEXT) {
            gc.drawText(fitted(gc, shape.text(), width), text, top, true);
        }
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getDataValue() instanceof ColumnHead head ? width(gc, head) : 0;
    }

    /** How wide a head is that shows its name whole. */
    int width(GC gc, ColumnHead head) {
        return Math.max(titleWidth(gc, head.name()), gc.textExtent(head.summary()).x + 2 * MARGIN);
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return 3 * gc.getFontMetrics().getHeight() + MARGIN;
    }
}
