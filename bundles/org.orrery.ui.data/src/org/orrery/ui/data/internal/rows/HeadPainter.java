package org.orrery.ui.data.internal.rows;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleProxy;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Paints the head of a column: the name in bold, below it its summary and what its values look like, and an arrow when rows are sorted by it. */
final class HeadPainter extends BackgroundPainter {
    /** Marks the head of a column by which rows are sorted upwards. */
    static final String UP = "sorted-up"; //$NON-NLS-1$
    /** Marks the head of a column by which rows are sorted downwards. */
    static final String DOWN = "sorted-down"; //$NON-NLS-1$
    private static final int MARGIN = 6;
    private static final int ARROW = 8;
    private static final int BAR = 4;
    private static final int LEAST_TEXT = 24;
    private static final int MOST_CUTS = 512;
    private static final String CUT = "…"; //$NON-NLS-1$

    private final Map<String, String> cuts = new HashMap<>();

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        super.paintCell(cell, gc, bounds, registry);
        if (!(cell.getDataValue() instanceof ColumnHead head)) {
            return;
        }
        Font font = gc.getFont();
        Color former = gc.getForeground();
        Color text = new CellStyleProxy(registry, cell.getDisplayMode(), cell.getConfigLabels())
                .getAttributeValue(CellStyleAttributes.FOREGROUND_COLOR);
        gc.setForeground(text == null ? former : text);
        boolean sorted = cell.getConfigLabels().hasLabel(UP) || cell.getConfigLabels().hasLabel(DOWN);
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
        int text = bars.length == 0 ? left : left + ColumnShape.BARS * BAR + MARGIN;
        int width = bounds.x + bounds.width - MARGIN - text;
        if (width > LEAST_TEXT) {
            gc.drawText(fitted(gc, shape.text(), width), text, top, true);
        }
    }

    private static void arrow(GC gc, Rectangle bounds, int middle, boolean down) {
        int left = bounds.x + bounds.width - MARGIN - ARROW;
        int tip = down ? middle + ARROW / 4 : middle - ARROW / 4;
        int base = down ? middle - ARROW / 4 : middle + ARROW / 4;
        Color background = gc.getBackground();
        gc.setBackground(gc.getForeground());
        gc.setAntialias(SWT.ON);
        gc.fillPolygon(new int[] {left, base, left + ARROW, base, left + ARROW / 2, tip});
        gc.setBackground(background);
    }

    private String fitted(GC gc, String text, int width) {
        // To measure texts is what painting them costs most.
        String key = gc.getFont().hashCode() + " " + width + ' ' + text; //$NON-NLS-1$
        String known = cuts.get(key);
        if (known == null) {
            known = cut(gc, text, width);
            if (cuts.size() >= MOST_CUTS) {
                cuts.clear();
            }
            cuts.put(key, known);
        }
        return known;
    }

    private static String cut(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int from = 0;
        int to = text.length();
        while (from < to) {
            int middle = (from + to + 1) / 2;
            if (gc.textExtent(text.substring(0, middle) + CUT).x <= width) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return text.substring(0, from) + CUT;
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return cell.getDataValue() instanceof ColumnHead head ? width(gc, head) : 0;
    }

    /** How wide a head is that shows its name whole. */
    int width(GC gc, ColumnHead head) {
        Font font = gc.getFont();
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        int name = gc.textExtent(head.name()).x + ARROW + MARGIN;
        gc.setFont(font);
        return Math.max(name, gc.textExtent(head.summary()).x) + 2 * MARGIN;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return 3 * gc.getFontMetrics().getHeight() + MARGIN;
    }
}
