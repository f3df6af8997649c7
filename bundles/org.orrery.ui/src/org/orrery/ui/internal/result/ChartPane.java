package org.orrery.ui.internal.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Grid;
import org.orrery.ui.GridAction;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.charts.ChartPart;
import org.orrery.ui.charts.ChartPoint;
import org.orrery.ui.charts.ChartView;

/** A chart with its tools: zoom, save, and its points as a table. A click on a point, or a rectangle with Control, selects its rows, and selected rows are marked. */
public final class ChartPane extends Composite {
    private static final double STEP = 0.7;
    /** A longer menu would not fit on the screen. */
    private static final int MOST_HIDDEN = 40;

    private final ChartView view;
    private final Grid points;
    private final SashForm sash;
    private final ToolBar tools;
    private final ToolItem table;
    private final ToolItem all;
    private final ToolItem series;
    private final List<ToolItem> zoom;
    private final Icons icons;
    private ChartModel model;
    private Consumer<ChartPoint> told = point -> { };

    public ChartPane(Composite parent, String id, ChartExport export) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        icons = new Icons(this, RunTexts.class);
        tools = new ToolBar(this, SWT.FLAT | SWT.RIGHT);
        tools.setData("orrery.id", id + ".tools"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(tools, Messages.ChartPane_tools);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).indent(6, 2).applyTo(tools);
        sash = new SashForm(this, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        view = new ChartView(sash, SWT.NONE);
        view.setData("orrery.id", id); //$NON-NLS-1$
        points = new Grid(sash, id + ".points", Messages.ChartPane_points); //$NON-NLS-1$
        points.colour(view);
        view.setExport(export);
        view.onPoint(point -> select(List.of(point)));
        view.onBrush(this::select);
        view.onFilter(passing -> points.selectRows(rows(passing)));
        points.onSelect(() -> view.mark(Arrays.stream(points.selectedRows()).mapToObj(model::point).toList()));
        sash.setWeights(65, 35);
        sash.setMaximizedControl(view);
        ToolItem in = item("zoom_in", Messages.ChartPane_in, () -> view.zoom(STEP)); //$NON-NLS-1$
        ToolItem out = item("zoom_out", Messages.ChartPane_out, () -> view.zoom(1 / STEP)); //$NON-NLS-1$
        all = item("zoom_all", Messages.ChartPane_all, view::resetZoom); //$NON-NLS-1$
        zoom = List.of(in, out, item("zoom_back", Messages.ChartPane_back, view::back)); //$NON-NLS-1$
        new ToolItem(tools, SWT.SEPARATOR);
        series = series(id);
        table = item(SWT.CHECK, "table", Messages.ChartPane_table); //$NON-NLS-1$
        table.setText(Messages.ChartPane_tableLabel);
        table.setData("orrery.id", id + ".showTable"); //$NON-NLS-1$ //$NON-NLS-2$
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showTable(table.getSelection())));
        save();
    }

    private ToolItem item(int style, String icon, String tooltip) {
        ToolItem item = new ToolItem(tools, style);
        item.setImage(icons.get(icon));
        item.setToolTipText(tooltip);
        return item;
    }

    private ToolItem item(String icon, String tooltip, Runnable action) {
        ToolItem item = item(SWT.PUSH, icon, tooltip);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }

    /** The way to hide a line without a mouse. */
    private ToolItem series(String id) {
        ToolItem item = item(SWT.PUSH, "series", Messages.ChartPane_seriesTip); //$NON-NLS-1$
        item.setText(Messages.ChartPane_series);
        item.setData("orrery.id", id + ".series"); //$NON-NLS-1$ //$NON-NLS-2$
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            Menu menu = new Menu(this);
            view.chart().map(ChartSpec::series).orElse(List.of()).forEach(one -> {
                MenuItem choice = new MenuItem(menu, SWT.CHECK);
                choice.setText(one.name().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
                choice.setSelection(view.shows(one));
                choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(chosen -> view.toggle(one)));
            });
            menu.addListener(SWT.Hide, hidden -> getDisplay().asyncExec(menu::dispose));
            menu.setLocation(tools.toDisplay(item.getBounds().x, item.getBounds().y + item.getBounds().height));
            menu.setVisible(true);
        }));
        return item;
    }

    private void save() {
        ToolItem save = item(SWT.PUSH, "export", Messages.ChartPane_saveTip); //$NON-NLS-1$
        save.setText(Messages.ChartPane_save);
        Menu menu = new Menu(this);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText(Messages.ChartPane_copy);
        copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> view.copy()));
        for (String format : view.formats()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(NLS.bind(Messages.ChartPane_saveAs, format.toUpperCase(Locale.ROOT)));
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> view.save(format)));
        }
        save.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            menu.setLocation(tools.toDisplay(save.getBounds().x, save.getBounds().y + save.getBounds().height));
            menu.setVisible(true);
        }));
        save.addDisposeListener(event -> menu.dispose());
    }

    public void show(ChartSpec chart) {
        view.setChart(chart);
        model = ChartModel.of(chart);
        series.setEnabled(chart.series().size() <= MOST_HIDDEN);
        zoom.forEach(item -> item.setEnabled(chart.kind() != ChartSpec.Kind.PARALLEL));
        all.setToolTipText(chart.kind() == ChartSpec.Kind.PARALLEL ? Messages.ChartPane_pass : Messages.ChartPane_all);
        if (table.getSelection()) {
            points.show(model);
        }
    }

    /** Whether the chart of that id is on show. */
    public boolean shows(String chart) {
        return !isDisposed() && model != null && view.chart().filter(shown -> shown.id().equals(chart)).isPresent();
    }

    /** What the reader has zoomed to; empty when everything is shown. */
    public Optional<ChartPart> part() {
        return view.part();
    }

    /** Zooms to a part of the chart on show. */
    public void show(ChartPart part) {
        view.show(part);
    }

    /**
     * Offers, for a point, the rows behind it.
     *
     * @param drawnFrom the row, by column, from which a point was drawn; empty when that is not known
     */
    public void link(RowLinks links, Function<ChartPoint, Optional<Map<String, Object>>> drawnFrom) {
        points.action(new GridAction(Messages.ResultGrid_rowsBehind, row -> drawnFrom.apply(model.point(row)).filter(links::hasRowsBehind).isPresent(),
                row -> drawnFrom.apply(model.point(row)).ifPresent(links::showRowsBehind)));
    }

    /**
     * Offers, for a point, the row of the table of its chart.
     *
     * @param drawnFrom as {@link #link}
     * @param show takes the id of the table and the row, by column
     */
    public void linkTable(Function<ChartPoint, Optional<Map<String, Object>>> drawnFrom, BiConsumer<String, Map<String, Object>> show) {
        points.action(new GridAction(Messages.ChartPane_inTable, row -> drawnFrom.apply(model.point(row)).isPresent(),
                row -> drawnFrom.apply(model.point(row)).ifPresent(values -> view.chart().ifPresent(chart -> show.accept(chart.tableId(), values)))));
    }

    /** The row of the table of a chart from which a point was drawn. */
    public static Optional<Map<String, Object>> drawnFrom(Result result, ChartSpec chart, ChartPoint point, Names names) {
        return result.table(chart.tableId()).flatMap(table -> new PointRow(chart, table, names).of(point));
    }

    private void showTable(boolean shown) {
        if (shown && model != null) {
            points.show(model);
        }
        sash.setMaximizedControl(shown ? null : view);
    }

    /** Names who is told of a point that the user clicks, besides the table of points. */
    public void onPoint(Consumer<ChartPoint> listener) {
        told = listener;
    }

    private void select(List<ChartPoint> chosen) {
        chosen.stream().findFirst().ifPresent(told);
        if (!table.getSelection()) {
            table.setSelection(true);
            showTable(true);
        }
        points.selectRows(rows(chosen));
    }

    private int[] rows(List<ChartPoint> chosen) {
        return chosen.stream().mapToInt(model::rowOf).filter(row -> row >= 0).toArray();
    }
}
