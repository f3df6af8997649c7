package org.orrery.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.ui.GridModel.GridColumn;

/**
 * A table over a {@link GridModel}: sorted by a click on a column, filtered by a text, copied with its headers. Only the cells that are
 * seen are asked for. Up to some thousand rows stand in the table of the system, which screen readers know; more in one that draws its cells
 * itself and takes any number.
 */
public final class Grid {
    private static final int SAMPLE_ROWS = 40;
    private static final int IN_PLACE = 20_000;
    private static final int COPY_LIMIT = 100_000;
    /** The table of the system takes rows away one by one; of more than these, that can be felt. */
    private static final int LISTED = 5_000;
    private static final int MOST_SELECTED = 5_000;

    private final Composite area;
    private final String id;
    private final String name;
    private final GridMenu menu;
    private final ListFace list;
    private GridFace face;
    private GridModel model;
    private int[] order = new int[0];
    private int sortColumn = -1;
    private boolean descending;
    private String filter = ""; //$NON-NLS-1$
    private volatile long request;
    private Runnable changed = () -> { };
    private Runnable selected = () -> { };

    /**
     * @param id what tests find it by
     * @param name what a screen reader says
     */
    public Grid(Composite parent, String id, String name) {
        this.id = id;
        this.name = name;
        area = new Composite(parent, SWT.NONE);
        area.setLayout(new StackLayout());
        menu = new GridMenu(this);
        list = new ListFace(area, this);
        use(list);
    }

    private void use(GridFace next) {
        face = next;
        Control control = next.control();
        if (control.getData("orrery.id") == null) { //$NON-NLS-1$
            control.setData("orrery.id", id); //$NON-NLS-1$
            Accessibility.name(control, name);
            control.addKeyListener(KeyListener.keyPressedAdapter(event -> {
                if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                    copy();
                } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
                    selectAll();
                }
            }));
            menu.attach(control);
        }
        ((StackLayout) area.getLayout()).topControl = control;
        area.layout();
    }

    /** The widget, for layout. */
    public Control control() {
        return area;
    }

    /** Gives another control the colours of the rows. */
    public void colour(Control other) {
        other.setBackground(list.control().getBackground());
        other.setForeground(list.control().getForeground());
    }

    /** Adds an action to the menu of the rows. */
    public void action(GridAction action) {
        menu.add(action);
    }

    /** Adds a choice to the menu of the rows. */
    public void choice(GridChoice choice) {
        menu.add(choice);
    }

    /** Shows other rows; the sorting, and with the same columns also the widths, stay. */
    public void show(GridModel next) {
        boolean sameColumns = model != null && model.columns().equals(next.columns());
        model = next;
        area.setRedraw(false);
        try {
            if (!sameColumns) {
                sortColumn = -1;
                list.columns(next.columns());
            }
            chooseFace(next, sameColumns);
            if (plain() || Arrays.stream(order).anyMatch(row -> row >= next.rows())) {
                show(Arrangement.all(next));
            }
            if (!sameColumns) {
                face.widths(fittingWidths());
            }
        } finally {
            area.setRedraw(true);
        }
        if (plain()) {
            changed.run();
        } else {
            arrange();
        }
    }

    private void chooseFace(GridModel next, boolean sameColumns) {
        boolean many = next.rows() > LISTED;
        if (many == (face != list) && (sameColumns || face == list)) {
            return;
        }
        GridFace former = face;
        use(many ? new PagedFace(area, this, List.copyOf(next.columns())) : list);
        if (sameColumns) {
            face.widths(former.widths());
            face.sorted(sortColumn, descending);
        }
        if (former == list) {
            list.rows(0);
        } else {
            former.control().dispose();
        }
    }

    /** Shows only rows with that text in any cell, in any case; an empty text shows all. */
    public void filter(String text) {
        String next = text.strip().toLowerCase(Locale.getDefault());
        if (!next.equals(filter)) {
            filter = next;
            if (model != null) {
                arrange();
            }
        }
    }

    /** Names who is told after other rows are shown. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Names who is told after another row is selected. */
    public void onSelect(Runnable listener) {
        selected = listener;
    }

    void selected() {
        selected.run();
    }

    /** How many rows pass the filter. */
    public int shownRows() {
        return order.length;
    }

    /** What is shown; null before there is something. */
    public GridModel model() {
        return model;
    }

    /** A double click on a cell of a shown row. */
    void open(int place, int column) {
        if (place >= 0 && place < order.length) {
            menu.open(order[place], column);
        }
    }

    /** The cell of a shown row, counted from 0. */
    String text(int place, int column) {
        return place < order.length ? model.text(order[place], column) : ""; //$NON-NLS-1$
    }

    /** A shown row as a person would read it out. */
    String spoken(int place) {
        List<String> cells = new ArrayList<>();
        for (int column : face.columnOrder()) {
            cells.add(NLS.bind(Messages.Grid_cell, model.columns().get(column).title(), text(place, column)));
        }
        return NLS.bind(Messages.Grid_row, new Object[] {Formats.count(place + 1L), Formats.count(order.length), String.join("; ", cells)}); //$NON-NLS-1$
    }

    /** Selects a row of the model, when it passes the filter, and scrolls to it. */
    public void selectRow(int row) {
        selectRows(new int[] {row});
    }

    /** Selects rows of the model, those that pass the filter and at most some thousand, and scrolls to the first. */
    public void selectRows(int[] rows) {
        Set<Integer> wanted = new HashSet<>();
        IntStream.of(rows).forEach(wanted::add);
        int[] places = IntStream.range(0, order.length).filter(place -> wanted.contains(order[place])).limit(MOST_SELECTED).toArray();
        if (places.length > 0) {
            face.select(places);
        }
    }

    /** The selected rows of the model, in the order in which they are shown, at most some thousand. */
    public int[] selectedRows() {
        return IntStream.of(face.selection()).sorted().filter(place -> place < order.length).limit(MOST_SELECTED).map(place -> order[place]).toArray();
    }

    /** Scrolls to the last row, unless the reader has sorted the rows. */
    public void followEnd() {
        if (order.length > 0 && sortColumn < 0) {
            face.reveal(order.length - 1);
        }
    }

    /** The row of the model that is selected first; −1 for none. */
    public int selectedRow() {
        int place = Arrays.stream(face.selection()).min().orElse(-1);
        return place < 0 || place >= order.length ? -1 : order[place];
    }

    void selectAll() {
        face.selectAll();
    }

    private boolean plain() {
        return sortColumn < 0 && filter.isEmpty();
    }

    private void show(int[] rows) {
        order = rows;
        face.rows(rows.length);
    }

    private int[] fittingWidths() {
        GC gc = new GC(area);
        try {
            int rows = Math.min(SAMPLE_ROWS, model.rows());
            int[] widths = new int[model.columns().size()];
            for (int i = 0; i < widths.length; i++) {
                GridColumn column = model.columns().get(i);
                int width = gc.textExtent(column.title()).x + 16;
                for (int row = 0; row < rows; row++) {
                    width = Math.max(width, gc.textExtent(model.text(row, i)).x);
                }
                widths[i] = Math.clamp(width + 20, 56, column.number() ? 240 : 420);
            }
            return widths;
        } finally {
            gc.dispose();
        }
    }

    /** The next way of sorting by that column: ascending, descending, not at all. */
    void sortBy(int column) {
        if (sortColumn == column && descending) {
            sortColumn = -1;
            descending = false;
        } else {
            descending = sortColumn == column;
            sortColumn = column;
        }
        face.sorted(sortColumn, descending);
        arrange();
    }

    private void arrange() {
        Arrangement wanted = new Arrangement(model, sortColumn, descending, filter);
        long number = ++request;
        if (model.rows() <= IN_PLACE) {
            show(wanted.rows(() -> false));
            changed.run();
            return;
        }
        Background.load(area, Messages.Grid_sort, () -> wanted.rows(() -> number != request || area.isDisposed()), result -> {
            // A newer click or newer rows make this answer worthless.
            if (number == request && model == wanted.model()) {
                show(result);
                changed.run();
            }
        }, failure -> {
            if (!(failure instanceof CancellationException)) {
                ILog.of(Grid.class).error(failure.getMessage(), failure);
            }
        });
    }

    /** Puts the selected rows, or all when none is selected, with their headers onto the clipboard as tab-separated text. */
    public void copy() {
        if (model != null) {
            GridText text = selection();
            Background.load(area, name, text::text, written -> GridText.toClipboard(area.getDisplay(), written));
        }
    }

    /** What {@link #copy} puts onto the clipboard: at most 100,000 rows. */
    public String selectedText() {
        return selection().text();
    }

    private GridText selection() {
        int[] places = face.selection();
        Arrays.sort(places);
        IntStream rows = IntStream.of(places.length > 0 ? places : IntStream.range(0, order.length).toArray());
        return new GridText(model, rows.limit(COPY_LIMIT).map(place -> order[place]).toArray(), face.columnOrder());
    }
}
