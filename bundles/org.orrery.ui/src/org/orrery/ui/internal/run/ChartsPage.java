package org.orrery.ui.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.ui.Accessibility;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.charts.ChartPoint;
import org.orrery.ui.internal.result.ChartPane;
import org.orrery.ui.internal.result.RowLinks;

/** Every chart of the result; its table stands among the tables. */
final class ChartsPage implements RunPage {
    private static final String SHOWN = "shown"; //$NON-NLS-1$

    private final ChartExport export;
    private final RowLinks links;
    private final BiConsumer<String, Map<String, Object>> toTable;
    private SashForm sash;
    private StackLayout layout;
    private EmptyHint hint;
    private Composite stack;
    private ChartPane view;
    private org.eclipse.swt.widgets.List list;
    private List<ChartSpec> charts = List.of();
    private final ChartParts parts = new ChartParts();
    private Result result = Result.EMPTY;
    private Names names = Names.NONE;
    private String shown = ""; //$NON-NLS-1$

    /** @param toTable shows a row, by column, of the table of that id */
    ChartsPage(ChartExport export, RowLinks links, BiConsumer<String, Map<String, Object>> toTable) {
        this.export = export;
        this.links = links;
        this.toTable = toTable;
    }

    @Override
    public String id() {
        return "run.charts"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.ChartsPage_title;
    }

    @Override
    public Control create(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        hint = new EmptyHint(stack, Messages.ChartsPage_none);
        sash = new SashForm(stack, SWT.HORIZONTAL);
        list = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setData("orrery.id", "run.charts.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.ChartsPage_title);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showSelected()));
        view = new ChartPane(sash, "run.charts.view", export); //$NON-NLS-1$
        view.link(links, this::drawnFrom);
        view.linkTable(this::drawnFrom, toTable);
        sash.setWeights(30, 70);
        layout.topControl = hint;
        return stack;
    }

    @Override
    public void show(RunContent content) {
        result = content.result().orElse(Result.EMPTY);
        names = content.names();
        List<ChartSpec> next = result.charts();
        if (next == charts) {
            return;
        }
        charts = next;
        int selected = Math.max(0, next.stream().map(ChartSpec::id).toList().indexOf(shown));
        list.setItems(next.stream().map(ChartSpec::title).toArray(String[]::new));
        list.setSelection(selected < next.size() ? selected : 0);
        Control top = next.isEmpty() ? hint : sash;
        hint.message(content.summary().state().ended() ? Messages.ChartsPage_none : Messages.ChartsPage_waiting);
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
        showSelected();
    }

    private void showSelected() {
        int index = list.getSelectionIndex();
        if (index < 0) {
            return;
        }
        ChartSpec chart = charts.get(index);
        keepPart();
        boolean other = !view.shows(chart.id());
        view.show(chart);
        shown = chart.id();
        if (other) {
            parts.get(shown).ifPresent(view::show);
        }
    }

    private Optional<Map<String, Object>> drawnFrom(ChartPoint point) {
        return charts.stream().filter(chart -> chart.id().equals(shown)).findFirst().flatMap(chart -> ChartPane.drawnFrom(result, chart, point, names));
    }

    private void keepPart() {
        if (view != null && view.shows(shown)) {
            parts.put(shown, view.part());
        }
    }

    @Override
    public void save(IMemento memento) {
        keepPart();
        memento.putString(SHOWN, shown);
        parts.save(memento);
    }

    @Override
    public void restore(IMemento memento) {
        shown = Objects.requireNonNullElse(memento.getString(SHOWN), ""); //$NON-NLS-1$
        parts.restore(memento);
    }
}
