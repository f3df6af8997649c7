package org.orrery.ui.internal.run;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.ui.Accessibility;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.result.ChartPane;

/** Every chart of the result; its table stands among the tables. */
final class ChartsPage implements RunPage {
    private final ChartExport export;
    private SashForm sash;
    private StackLayout layout;
    private EmptyHint hint;
    private Composite stack;
    private ChartPane view;
    private org.eclipse.swt.widgets.List list;
    private List<ChartSpec> charts = List.of();

    ChartsPage(ChartExport export) {
        this.export = export;
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
        sash.setWeights(26, 74);
        layout.topControl = hint;
        return stack;
    }

    @Override
    public void show(RunContent content) {
        List<ChartSpec> next = content.result().orElse(Result.EMPTY).charts();
        if (next == charts) {
            return;
        }
        charts = next;
        int selected = Math.max(0, list.getSelectionIndex());
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
        if (index >= 0) {
            view.show(charts.get(index));
        }
    }
}
