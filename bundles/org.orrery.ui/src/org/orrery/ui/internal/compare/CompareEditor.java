package org.orrery.ui.internal.compare;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Accessibility;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Grid;
import org.orrery.ui.PageEditor;
import org.orrery.ui.Tabs;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.result.ChartPane;
import org.orrery.ui.internal.result.ChartSaving;
import org.orrery.ui.internal.result.CurvesPane;
import org.orrery.ui.internal.result.FilterBar;
import org.orrery.ui.internal.result.LinesModel;

/** Runs side by side: their figures, where their settings differ, and their charts and curves on one page. */
public final class CompareEditor extends PageEditor {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.editors.compare"; //$NON-NLS-1$

    private Composite stack;
    private EmptyHint hint;
    private CTabFolder tabs;
    private Grid figures;
    private Grid settings;
    private Grid confidence;
    private Grid reasons;
    private Composite confidenceStack;
    private Button onlyDifferent;
    private org.eclipse.swt.widgets.List chartList;
    private ChartPane chart;
    private SettingsPane trials;
    private CurvesPane curves;
    private Comparison comparison;
    private List<ChartSpec> charts = List.of();

    /** Shows a {@link CompareInput}. */
    public CompareEditor() {
        super(CompareInput.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.CompareEditor_reading);
        tabs = Tabs.in(stack, "compare.tabs"); //$NON-NLS-1$
        ChartExport export = getSite().getService(ChartSaving.class).export();
        tab("compare.figures", Messages.CompareEditor_figures, createFigures()); //$NON-NLS-1$
        tab("compare.confidence", Messages.CompareEditor_confidence, createConfidence()); //$NON-NLS-1$
        tab("compare.settings", Messages.CompareEditor_settings, createSettings()); //$NON-NLS-1$
        reasons = new Grid(tabs, "compare.why.table", Messages.CompareEditor_why); //$NON-NLS-1$
        tab("compare.why", Messages.CompareEditor_why, reasons.control()); //$NON-NLS-1$
        tab("compare.charts", Messages.CompareEditor_charts, createCharts(export)); //$NON-NLS-1$
        trials = new SettingsPane(tabs, export);
        tab("compare.trials", Messages.CompareEditor_trials, trials); //$NON-NLS-1$
        curves = new CurvesPane(tabs, "compare.curves", export, Messages.CompareEditor_noCurves); //$NON-NLS-1$
        tab("compare.curves", Messages.CompareEditor_curves, curves); //$NON-NLS-1$
        tabs.setSelection(0);
        ((StackLayout) stack.getLayout()).topControl = hint;
        Workspace workspace = getSite().getService(Workspace.class);
        AnalysisNames names = getSite().getService(AnalysisNames.class);
        List<Long> runs = ((CompareInput) getEditorInput()).runs();
        RunComparison sure = getSite().getService(RunComparison.class);
        Background.load(stack, Messages.CompareEditor_reading, () -> Comparison.read(workspace, names, runs, sure), this::show,
                failure -> hint.message(failure.getMessage()));
    }

    private void tab(String id, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setData("orrery.id", id); //$NON-NLS-1$
        item.setControl(control);
    }

    private Control createFigures() {
        Composite area = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        FilterBar bar = new FilterBar(area, "compare.figures.table"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        figures = new Grid(area, "compare.figures.table", Messages.CompareEditor_figures); //$NON-NLS-1$
        bar.filters(figures);
        bar.action("compare.figures.copy", "copy", Messages.CompareEditor_copy, Messages.CompareEditor_copyTip, figures::copy); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(figures.control());
        return area;
    }

    private Control createConfidence() {
        confidenceStack = new Composite(tabs, SWT.NONE);
        confidenceStack.setLayout(new StackLayout());
        EmptyHint nothing = new EmptyHint(confidenceStack, Messages.CompareEditor_noConfidence);
        ((StackLayout) confidenceStack.getLayout()).topControl = nothing;
        Composite area = new Composite(confidenceStack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        FilterBar bar = new FilterBar(area, "compare.confidence.table"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        confidence = new Grid(area, "compare.confidence.table", Messages.CompareEditor_confidence); //$NON-NLS-1$
        bar.filters(confidence);
        bar.action("compare.confidence.copy", "copy", Messages.CompareEditor_copy, Messages.CompareEditor_copyTip, confidence::copy); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(confidence.control());
        return confidenceStack;
    }

    private Control createSettings() {
        Composite area = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        onlyDifferent = new Button(area, SWT.CHECK);
        onlyDifferent.setText(Messages.CompareEditor_onlyDifferent);
        onlyDifferent.setSelection(true);
        onlyDifferent.setData("orrery.id", "compare.onlyDifferent"); //$NON-NLS-1$ //$NON-NLS-2$
        onlyDifferent.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showSettings()));
        GridDataFactory.fillDefaults().indent(6, 6).applyTo(onlyDifferent);
        settings = new Grid(area, "compare.settings.table", Messages.CompareEditor_settings); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(settings.control());
        return area;
    }

    private Control createCharts(ChartExport export) {
        SashForm sash = new SashForm(tabs, SWT.HORIZONTAL);
        chartList = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        chartList.setData("orrery.id", "compare.charts.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(chartList, Messages.CompareEditor_charts);
        chartList.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showChart()));
        chart = new ChartPane(sash, "compare.charts.view", export); //$NON-NLS-1$
        sash.setWeights(28, 72);
        return sash;
    }

    private void show(Comparison read) {
        comparison = read;
        ((StackLayout) stack.getLayout()).topControl = tabs;
        stack.layout();
        figures.show(new LinesModel(read.titles(Messages.CompareEditor_figure), read.figures()));
        if (!read.confidence().isEmpty()) {
            ((StackLayout) confidenceStack.getLayout()).topControl = confidence.control().getParent();
            confidenceStack.layout();
            confidence.show(new LinesModel(Confidence.titles(), read.confidence()));
        }
        reasons.show(new LinesModel(Reasons.titles(), read.reasons()));
        showSettings();
        charts = read.charts();
        chartList.setItems(charts.stream().map(ChartSpec::title).toArray(String[]::new));
        chartList.select(0);
        showChart();
        trials.show(read.facts(), read.names().getFirst(), read.runs().getFirst().summary().bestName());
        curves.show(read.curves());
    }

    private void showSettings() {
        settings.show(new LinesModel(comparison.titles(Messages.CompareEditor_setting), comparison.settings(onlyDifferent.getSelection())));
    }

    private void showChart() {
        int index = chartList.getSelectionIndex();
        if (index >= 0) {
            chart.show(charts.get(index));
        }
    }

    @Override
    public void setFocus() {
        tabs.setFocus();
    }
}
