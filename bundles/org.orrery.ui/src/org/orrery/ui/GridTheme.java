package org.orrery.ui;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.theme.DefaultNatTableThemeConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** The colours of the system, light or dark, for a table that draws its cells itself. */
public final class GridTheme extends DefaultNatTableThemeConfiguration {
    /** What marks the cells of columns of numbers, which stand at the right edge. */
    public static final String NUMBER = "number"; //$NON-NLS-1$
    private static final int PADDING = 6;

    private final TitlePainter heads;

    /** Gives the table the colours of the system, now and whenever these change. On the user interface thread. */
    public static void follow(NatTable table, TitlePainter heads) {
        Display display = table.getDisplay();
        Listener changed = event -> table.setTheme(new GridTheme(display, heads));
        changed.handleEvent(null);
        Style right = new Style();
        right.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        for (DisplayMode mode : new DisplayMode[] {DisplayMode.NORMAL, DisplayMode.SELECT}) {
            table.getConfigRegistry().registerConfigAttribute(CellConfigAttributes.CELL_STYLE, right, mode, NUMBER);
        }
        display.addListener(SWT.Settings, changed);
        table.addDisposeListener(event -> display.removeListener(SWT.Settings, changed));
    }

    private GridTheme(Display display, TitlePainter heads) {
        this.heads = heads;
        Color back = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        Color text = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        Color head = mix(back, text, 0.06);
        Color selected = display.getSystemColor(SWT.COLOR_LIST_SELECTION);
        Color selectedText = display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
        Color headSelected = mix(head, selected, 0.35);
        defaultBgColor = back;
        defaultFgColor = text;
        evenRowBgColor = back;
        oddRowBgColor = mix(back, text, 0.025);
        gridLineColor = mix(back, text, 0.14);
        freezeSeparatorColor = selected;
        defaultHAlign = HorizontalAlignmentEnum.LEFT;
        cHeaderBgColor = head;
        cHeaderFgColor = text;
        rHeaderBgColor = head;
        rHeaderFgColor = mix(text, back, 0.25);
        rHeaderHAlign = HorizontalAlignmentEnum.RIGHT;
        cornerBgColor = head;
        cornerFgColor = text;
        defaultSelectionBgColor = selected;
        defaultSelectionFgColor = selectedText;
        selectionAnchorBgColor = mix(back, selected, 0.5);
        selectionAnchorFgColor = text;
        selectionAnchorSelectionBgColor = selected;
        selectionAnchorSelectionFgColor = selectedText;
        cHeaderSelectionBgColor = headSelected;
        cHeaderSelectionFgColor = text;
        cHeaderFullSelectionBgColor = headSelected;
        cHeaderFullSelectionFgColor = text;
        rHeaderSelectionBgColor = headSelected;
        rHeaderSelectionFgColor = text;
        rHeaderFullSelectionBgColor = headSelected;
        rHeaderFullSelectionFgColor = text;
        cornerSelectionBgColor = head;
        cornerSelectionFgColor = text;
    }

    @Override
    public void createPainterInstances() {
        super.createPainterInstances();
        ICellPainter cell = new PaddingDecorator(new TextPainter(false, false), 0, PADDING, 0, PADDING);
        ICellPainter head = heads;
        // The decorator leaves its border in the colour of the row, since it paints the background itself.
        defaultCellPainter = cell;
        cHeaderCellPainter = head;
        cHeaderSelectionCellPainter = head;
        cHeaderFullSelectionCellPainter = head;
        sortHeaderCellPainter = head;
        selectedSortHeaderCellPainter = head;
        rHeaderCellPainter = cell;
        rHeaderSelectionCellPainter = cell;
        rHeaderFullSelectionCellPainter = cell;
        cornerCellPainter = cell;
    }

    /** One colour with a share of another. */
    private static Color mix(Color base, Color other, double share) {
        RGB a = base.getRGB();
        RGB b = other.getRGB();
        return new Color(part(a.red, b.red, share), part(a.green, b.green, share), part(a.blue, b.blue, share));
    }

    private static int part(int base, int other, double share) {
        return (int) Math.round(base + (other - base) * share);
    }
}
