package org.orrery.ui.internal.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Accessibility;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.LiveRows;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;
import org.orrery.ui.TableState;

/** The virtual table of runs; what is selected stays selected while rows come, go and change. */
final class RunTable implements ISelectionProvider {
    private static final int BAR_HEIGHT = 3;
    private static final String ID = "runs"; //$NON-NLS-1$
    private static final String SORTED = ID + ".sorted"; //$NON-NLS-1$
    private static final String DOWN = ID + ".down"; //$NON-NLS-1$

    private final Table table;
    private final Icons icons;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final RunList list;
    private final AnalysisNames names;
    private final Set<String> asked = new HashSet<>();
    private final Sparklines sparklines;
    private final LiveRows<RunSummary> rows;
    private Comparator<RunSummary> order = RunColumn.ID.order().reversed();
    private List<RunSummary> selected = List.of();
    private Runnable before = () -> { };

    /**
     * @param list knows how far running runs are
     * @param names what is read for the words of analyses
     */
    RunTable(Composite parent, RunList list, AnalysisNames names) {
        this.list = list;
        this.names = names;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "runs.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.RunTable_name);
        icons = new Icons(table, RunTexts.class);
        sparklines = new Sparklines(table, list.workspace(), () -> table.redraw());
        for (RunColumn column : RunColumn.values()) {
            TableColumn widget = new TableColumn(table, column.style());
            widget.setText(column.title());
            widget.setWidth(column.width());
            widget.setMoveable(true);
            widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sortBy(widget, column)));
        }
        table.setSortColumn(table.getColumn(0));
        table.setSortDirection(SWT.DOWN);
        rows = new LiveRows<>(table, this::fill, run -> list.progress(run.id()).isPresent(), this::select);
        table.addListener(SWT.PaintItem, this::paintCell);
        table.addListener(SWT.MouseMove, this::pointed);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> tell(fromTable())));
    }

    Table control() {
        return table;
    }

    /** Is called before runs are looked up in the table, which may be behind other parts and not have been told of the newest. */
    void beforeChoosing(Runnable action) {
        before = action;
    }

    void save(IMemento memento) {
        TableState.save(table, ID, memento);
        memento.putInteger(SORTED, table.indexOf(table.getSortColumn()));
        memento.putBoolean(DOWN, table.getSortDirection() == SWT.DOWN);
    }

    void restore(IMemento memento) {
        TableState.restore(table, ID, memento);
        Integer column = memento.getInteger(SORTED);
        if (column != null && column >= 0 && column < table.getColumnCount()) {
            sort(table.getColumn(column), RunColumn.values()[column], Boolean.TRUE.equals(memento.getBoolean(DOWN)));
        }
    }

    /** Shows these runs and keeps selection and scroll position. */
    void show(List<RunSummary> next) {
        next.stream().map(RunSummary::analysis).filter(asked::add).forEach(this::ask);
        List<RunSummary> ordered = new ArrayList<>(next);
        ordered.sort(order);
        rows.show(ordered);
        Set<Long> chosen = numbers(selected);
        List<RunSummary> still = chosen.isEmpty() ? List.of() : ordered.stream().filter(run -> chosen.contains(run.id())).toList();
        if (!still.equals(selected)) {
            tell(still);
        }
    }

    private static Set<Long> numbers(List<RunSummary> runs) {
        Set<Long> numbers = new HashSet<>();
        runs.forEach(run -> numbers.add(run.id()));
        return numbers;
    }

    /** Selects in the table what is selected: rows have moved, or come back. */
    private void select() {
        Set<Long> chosen = numbers(selected);
        List<RunSummary> runs = rows.rows();
        int[] wanted = chosen.isEmpty() ? new int[0] : IntStream.range(0, runs.size()).filter(i -> chosen.contains(runs.get(i).id())).toArray();
        if (!Arrays.equals(wanted, sorted(table.getSelectionIndices()))) {
            table.deselectAll();
            table.select(wanted);
        }
    }

    /** Names come from the analysis, whose classes are not loaded on this thread. */
    private void ask(String analysis) {
        Background.load(table, Messages.RunTable_name, () -> names.of(analysis), words -> rows.refill());
    }

    private static int[] sorted(int[] indices) {
        Arrays.sort(indices);
        return indices;
    }

    /** Paints the running rows that are in sight again: their duration grows. Of thousands that wait the tool kit would take half a second. */
    void tick() {
        for (int i = rows.top(), end = rows.bottom(); i < end; i++) {
            if (!rows.rows().get(i).state().ended()) {
                rows.refill(i);
            }
        }
    }

    private void sortBy(TableColumn widget, RunColumn column) {
        sort(widget, column, table.getSortColumn() != widget || table.getSortDirection() == SWT.UP);
    }

    private void sort(TableColumn widget, RunColumn column, boolean down) {
        table.setSortColumn(widget);
        table.setSortDirection(down ? SWT.DOWN : SWT.UP);
        Comparator<RunSummary> next = down ? column.order().reversed() : column.order();
        order = next.thenComparing(RunColumn.ID.order().reversed());
        show(rows.rows());
    }

    private void fill(TableItem item, int index) {
        RunSummary run = rows.rows().get(index);
        Instant now = Instant.now();
        Names words = names.known(run.analysis()).orElse(Names.NONE);
        item.setData(run);
        for (RunColumn column : RunColumn.values()) {
            item.setText(column.ordinal(), switch (column) {
                case PROGRESS -> progress(run);
                case ANALYSIS -> names.title(run.analysis());
                default -> column.text(run, now, words);
            });
        }
        item.setImage(RunColumn.STATE.ordinal(), icons.get(RunTexts.icon(run.state())));
    }

    private String progress(RunSummary run) {
        String units = RunTexts.units(run.units());
        double left = run.state().ended() ? Double.NaN : list.progress(run.id()).map(RunProgress::secondsLeft).orElse(Double.NaN);
        return Double.isNaN(left) ? units : NLS.bind(Messages.RunTable_left, units, Formats.seconds(left));
    }

    /** How sure the time is that a run still takes. */
    private void pointed(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        boolean progress = item != null && item.getBounds(RunColumn.PROGRESS.ordinal()).contains(event.x, event.y);
        String tip = progress && item.getData() instanceof RunSummary run && !run.state().ended()
                ? list.progress(run.id()).map(now -> tip(run, now)).orElse(null) : null;
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private static String tip(RunSummary run, RunProgress progress) {
        String left = RunTexts.left(progress);
        return left.isEmpty() ? null : String.join("\n", List.of(NLS.bind(Messages.RunTable_tip, RunTexts.units(run.units()), left), RunTexts.leftTip(progress))).strip(); //$NON-NLS-1$
    }

    private void paintCell(Event event) {
        if (event.index == RunColumn.TREND.ordinal() && event.item.getData() instanceof RunSummary run) {
            sparklines.paint(event.gc, run, ((TableItem) event.item).getBounds(event.index), (event.detail & SWT.SELECTED) != 0);
            return;
        }
        if (event.index != RunColumn.PROGRESS.ordinal() || !(event.item.getData() instanceof RunSummary run) || run.state().ended()
                || run.units().total() == 0) {
            return;
        }
        Rectangle cell = ((TableItem) event.item).getBounds(event.index);
        int width = Math.max(0, cell.width - 12);
        GC gc = event.gc;
        Color before = gc.getBackground();
        gc.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.fillRectangle(cell.x + 4, cell.y + cell.height - BAR_HEIGHT - 1, (int) Math.round(width * RunTexts.fraction(run.units())),
                BAR_HEIGHT);
        gc.setBackground(before);
    }

    private List<RunSummary> fromTable() {
        List<RunSummary> chosen = new ArrayList<>();
        for (int index : sorted(table.getSelectionIndices())) {
            chosen.add(rows.rows().get(index));
        }
        return chosen;
    }

    private void tell(List<RunSummary> next) {
        selected = List.copyOf(next);
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public IStructuredSelection getSelection() {
        return new StructuredSelection(selected);
    }

    @Override
    public void setSelection(ISelection selection) {
        before.run();
        Set<Object> wanted = new HashSet<>();
        if (selection instanceof IStructuredSelection structured) {
            structured.forEach(element -> wanted.add(element instanceof RunSummary run ? run.id() : element));
        }
        tell(rows.rows().stream().filter(run -> wanted.contains(run.id())).toList());
        select();
    }
}
