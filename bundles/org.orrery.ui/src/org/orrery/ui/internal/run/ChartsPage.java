package org.orrery.ui.internal.run;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.ui.Accessibility;

/** Every chart of the result; its table stands among the tables. */
final class ChartsPage implements RunPage {
    private org.eclipse.swt.widgets.List list;
    private List<ChartSpec> charts = List.of();

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
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        list = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setData("orrery.id", "run.charts.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.ChartsPage_title);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showSelected()));
        return sash;
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
        showSelected();
    }

    private void showSelected() {
    }
}
