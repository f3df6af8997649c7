package org.orrery.ui.internal.compare;

import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.compare.SettingCharts;
import org.orrery.jobs.search.RunFacts;
import org.orrery.ui.Accessibility;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.result.ChartPane;

/** Settings of the compared runs against one of their figures: which figure, which picture of it, and the picture. On the user interface thread. */
final class SettingsPane extends Composite {
    private final EmptyHint hint;
    private final Composite area;
    private final Combo figure;
    private final org.eclipse.swt.widgets.List list;
    private final ChartPane chart;
    private Map<String, RunFacts> facts = Map.of();
    private Names names = Names.NONE;
    private List<String> figures = List.of();
    private List<ChartSpec> charts = List.of();

    SettingsPane(Composite parent, ChartExport export) {
        super(parent, SWT.NONE);
        setLayout(new StackLayout());
        hint = new EmptyHint(this, Messages.SettingsPane_none);
        area = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.SettingsPane_figure);
        figure = new Combo(area, SWT.READ_ONLY);
        figure.setData("orrery.id", "compare.trials.figure"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(figure, Messages.SettingsPane_figure);
        figure.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showFigure()));
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(sash);
        list = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setData("orrery.id", "compare.trials.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.CompareEditor_trials);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showChart()));
        chart = new ChartPane(sash, "compare.trials.view", export); //$NON-NLS-1$
        sash.setWeights(26, 74);
        ((StackLayout) getLayout()).topControl = hint;
    }

    /**
     * Shows these runs.
     *
     * @param names what is read for the names of figures
     * @param best the figure that is shown first, when enough runs have it
     */
    void show(Map<String, RunFacts> runs, Names words, String best) {
        facts = runs;
        names = words;
        figures = SettingCharts.figures(runs.values()).stream().filter(one -> !SettingCharts.of(runs, one, one).isEmpty()).toList();
        if (figures.isEmpty()) {
            return;
        }
        figure.setItems(figures.stream().map(names::figure).toArray(String[]::new));
        figure.select(Math.max(0, figures.indexOf(best)));
        ((StackLayout) getLayout()).topControl = area;
        layout();
        showFigure();
    }

    private void showFigure() {
        String name = figures.get(figure.getSelectionIndex());
        charts = SettingCharts.of(facts, name, names.figure(name));
        int selected = Math.max(0, list.getSelectionIndex());
        list.setItems(charts.stream().map(ChartSpec::title).toArray(String[]::new));
        list.select(Math.min(selected, charts.size() - 1));
        showChart();
    }

    private void showChart() {
        int index = list.getSelectionIndex();
        if (index >= 0) {
            chart.show(charts.get(index));
        }
    }
}
