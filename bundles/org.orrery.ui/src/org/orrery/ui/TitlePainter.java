package org.orrery.ui;

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

/** Paints the head of a column of a table that draws its cells itself: its title, and an arrow when rows are sorted by it. */
public class TitlePainter extends BackgroundPainter {
    /** Marks the head of a column by which rows are sorted upwards. */
    public static final String UP = "sorted-up"; //$NON-NLS-1$
    /** Marks the head of a column by which rows are sorted downwards. */
    public static final String DOWN = "sorted-down"; //$NON-NLS-1$
    /** Pixels at the edges. */
    protected static final int MARGIN = 6;
    /** Pixels that the arrow is wide. */
    protected static final int ARROW = 8;
    private static final int MOST_CUTS = 512;
    private static final String CUT = "…"; //$NON-NLS-1$

    private final Map<String, String> cuts = new HashMap<>();

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        paintBackground(cell, gc, bounds, registry);
        Font font = gc.getFont();
        Color former = gc.getForeground();
        gc.setForeground(foreground(cell, registry, former));
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        boolean sorted = isSorted(cell);
        int line = gc.getFontMetrics().getHeight();
        int top = bounds.y + (bounds.height - line) / 2;
        String title = fitted(gc, String.valueOf(cell.getDataValue()), bounds.width - 2 * MARGIN - (sorted ? ARROW + MARGIN : 0));
        gc.drawText(title, bounds.x + MARGIN, top, true);
        if (sorted) {
            arrow(gc, bounds, top + line / 2, cell.getConfigLabels().hasLabel(DOWN));
        }
        gc.setFont(font);
        gc.setForeground(former);
    }

    /** Fills the cell. */
    protected final void paintBackground(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        super.paintCell(cell, gc, bounds, registry);
    }

    /** Whether rows are sorted by the column of that head. */
    protected static boolean isSorted(ILayerCell cell) {
        return cell.getConfigLabels().hasLabel(UP) || cell.getConfigLabels().hasLabel(DOWN);
    }

    /** The colour of the text of a head; that other one when the theme has none. */
    protected static Color foreground(ILayerCell cell, IConfigRegistry registry, Color other) {
        Color text = new CellStyleProxy(registry, cell.getDisplayMode(), cell.getConfigLabels()).getAttributeValue(CellStyleAttributes.FOREGROUND_COLOR);
        return text == null ? other : text;
    }

    /** Draws the arrow at the right edge, at that height. */
    protected static void arrow(GC gc, Rectangle bounds, int middle, boolean down) {
        int left = bounds.x + bounds.width - MARGIN - ARROW;
        int tip = down ? middle + ARROW / 4 : middle - ARROW / 4;
        int base = down ? middle - ARROW / 4 : middle + ARROW / 4;
        Color background = gc.getBackground();
        gc.setBackground(gc.getForeground());
        gc.setAntialias(SWT.ON);
        gc.fillPolygon(new int[] {left, base, left + ARROW, base, left + ARROW / 2, tip});
        gc.setBackground(background);
    }

    /** The text, cut at its end where it is wider than so many pixels. */
    protected final String fitted(GC gc, String text, int width) {
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
        return titleWidth(gc, String.valueOf(cell.getDataValue()));
    }

    /** How wide a head is that shows that title whole, with its arrow. */
    protected static int titleWidth(GC gc, String title) {
        Font font = gc.getFont();
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        int width = gc.textExtent(title).x + ARROW + 3 * MARGIN;
        gc.setFont(font);
        return width;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return gc.getFontMetrics().getHeight() + MARGIN;
    }
}
