package org.orrery.ui.internal.run;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.orrery.data.TableExporter;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.SampleAdvice;
import org.orrery.jobs.Workspace;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Desktop;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Icons;
import org.orrery.ui.PageEditor;
import org.orrery.ui.RunTexts;
import org.orrery.ui.Tabs;
import org.orrery.ui.Throttler;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.result.ChartSaving;
import org.orrery.ui.internal.result.RowLinks;
import org.orrery.ui.internal.result.TableSaving;
import org.orrery.ui.internal.runs.RunAgainHandler;

/** Shows one run, live or stored: the projection of what lies in its folder. */
public final class RunEditor extends PageEditor implements IPersistableEditor {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.editors.run"; //$NON-NLS-1$
    private static final int TICK_MS = 1000;
    private static final String TAB = "tab"; //$NON-NLS-1$
    private static final String PAGE = "page"; //$NON-NLS-1$
    /** Where tabs that only some runs have come in: after the tables. */
    private static final int FIRST_LATER = 4;

    private final CurrentRun selection = new CurrentRun();
    private RunModel model;
    private Composite stack;
    private EmptyHint hint;
    private Composite body;
    private RunHeader header;
    private CTabFolder tabs;
    /** Pages that only some runs have, in the order of their tabs. */
    private final List<RunPage> later = List.of(new TreePage(), new TryPage());
    private Icons icons;
    private IMemento remembered;
    private String wanted = ""; //$NON-NLS-1$

    /** Shows a {@link RunInput}. */
    public RunEditor() {
        super(RunInput.class);
    }

    /** Opens the editor of a run, or brings it to the front. */
    public static void open(IWorkbenchPage page, long run, String name) throws PartInitException {
        page.openEditor(new RunInput(run, name), ID, true, IWorkbenchPage.MATCH_ID | IWorkbenchPage.MATCH_INPUT);
    }

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selection);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        icons = new Icons(stack, RunTexts.class);
        hint = new EmptyHint(stack, Messages.RunEditor_loading);
        body = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Workspace workspace = getSite().getService(Workspace.class);
        header = new RunHeader(body, workspace, getSite().getService(AnalysisNames.class), icons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        tabs = Tabs.in(body, "run.tabs"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        ChartExport export = getSite().getService(ChartSaving.class).export();
        long run = ((RunInput) getEditorInput()).run();
        TableSaving saving = new TableSaving(getSite().getService(DatasetList.class), getSite().getService(TableExporter.class),
                getSite().getService(Desktop.class), run);
        AnswersPage answers = new AnswersPage(workspace, saving, export);
        Runnable toAnswers = () -> select(answers.id());
        RowLinks links = new RunLinks(getSite(), () -> model.content(), answers, toAnswers, true);
        answers.link(new RunLinks(getSite(), () -> model.content(), answers, toAnswers, false));
        LogPage log = new LogPage(workspace);
        MetricsPage metrics = new MetricsPage(workspace, export, saving, (unit, instant) -> {
            select(log.id());
            log.goTo(unit, instant);
        });
        TablesPage tables = new TablesPage(saving, links);
        ChartsPage charts = new ChartsPage(export, links, (table, row) -> {
            tables.goTo(table, row);
            select(tables.id());
        });
        for (RunPage page : List.of(new OverviewPage(content -> onAllRows(workspace, content), content -> dropLate(workspace, run)), new LeaderboardPage(saving), charts, tables, answers, metrics,
                new SettingsPage(), log)) {
            addTab(page, tabs.getItemCount());
        }
        tabs.setSelection(0);
        chooseWanted();
        tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            wanted = ""; //$NON-NLS-1$
            refresh();
        }));
        ((StackLayout) stack.getLayout()).topControl = hint;
        Throttler throttler = new Throttler(stack, Throttler.INTERVAL_MS, this::refresh);
        model = new RunModel(workspace, getSite().getService(AnalysisCatalog.class), getSite().getService(AnalysisNames.class), run, throttler::request);
        model.open();
        tick(parent.getDisplay());
    }

    private void dropLate(Workspace workspace, long run) {
        Background.load(stack, Messages.OverviewPage_dropLate, () -> {
            workspace.runs().dropLate(run);
            return run;
        }, done -> { }, failure -> MessageDialog.openError(getSite().getShell(), Messages.OverviewPage_dropLate, failure.getMessage()));
    }

    private void onAllRows(Workspace workspace, RunContent content) {
        RunSummary run = content.summary();
        RunAgainHandler.start(getSite().getShell(), workspace, getSite().getService(AnalysisCatalog.class), run, SampleAdvice::onAllRows, started -> {
            try {
                open(getSite().getPage(), started, run.name());
            } catch (PartInitException e) {
                ILog.of(RunEditor.class).error(e.getMessage(), e);
            }
        });
    }

    private void addTab(RunPage page, int index) {
        CTabItem item = new CTabItem(tabs, SWT.NONE, index);
        item.setText(page.title());
        item.setData("orrery.id", page.id()); //$NON-NLS-1$
        item.setData(page);
        Optional.ofNullable(remembered).map(memento -> child(memento, page)).ifPresent(page::restore);
    }

    private static IMemento child(IMemento memento, RunPage page) {
        return Arrays.stream(memento.getChildren(PAGE)).filter(child -> page.id().equals(child.getID())).findFirst().orElse(null);
    }

    @Override
    public void restoreState(IMemento memento) {
        remembered = memento;
        wanted = Objects.requireNonNullElse(memento.getString(TAB), ""); //$NON-NLS-1$
        if (tabs != null) {
            pages().forEach(page -> Optional.ofNullable(child(memento, page)).ifPresent(page::restore));
            chooseWanted();
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(TAB, wanted.isEmpty() ? (String) tabs.getSelection().getData("orrery.id") : wanted); //$NON-NLS-1$
        pages().forEach(page -> page.save(memento.createChild(PAGE, page.id())));
    }

    private List<RunPage> pages() {
        return Arrays.stream(tabs.getItems()).map(item -> (RunPage) item.getData()).toList();
    }

    /** The tab of the last session comes to the front as soon as it is there. */
    private void chooseWanted() {
        Arrays.stream(tabs.getItems()).filter(item -> wanted.equals(item.getData("orrery.id"))).findFirst().ifPresent(item -> { //$NON-NLS-1$
            wanted = ""; //$NON-NLS-1$
            tabs.setSelection(item);
        });
    }

    private void refresh() {
        if (model.failure().isPresent()) {
            hint.message(model.failure().get());
            top(hint);
            return;
        }
        model.content().ifPresent(this::show);
    }

    private void show(RunContent content) {
        RunSummary summary = content.summary();
        selection.show(summary);
        header.show(content);
        setPartName(new RunInput(summary.id(), summary.name()).getName());
        setTitleImage(icons.get(RunTexts.icon(summary.state())));
        List<RunPage> there = pages();
        int place = FIRST_LATER;
        for (RunPage each : later) {
            if (there.contains(each)) {
                place++;
            } else if (each.fits(content)) {
                addTab(each, place++);
            }
        }
        chooseWanted();
        CTabItem item = tabs.getSelection();
        RunPage page = (RunPage) item.getData();
        if (item.getControl() == null) {
            // Made when it is first seen: an editor with all its pages takes too long to open.
            item.setControl(page.create(tabs));
        }
        top(body);
        page.show(content);
    }

    private void top(Composite control) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }

    private void tick(Display display) {
        display.timerExec(TICK_MS, () -> {
            if (!stack.isDisposed()) {
                model.content().ifPresent(header::show);
                tick(display);
            }
        });
    }

    /** Brings a tab to the front. */
    public void select(String pageId) {
        wanted = ""; //$NON-NLS-1$
        for (CTabItem item : tabs.getItems()) {
            if (pageId.equals(item.getData("orrery.id"))) { //$NON-NLS-1$
                tabs.setSelection(item);
                refresh();
            }
        }
    }

    @Override
    public void setFocus() {
        if (tabs.isVisible()) {
            tabs.setFocus();
        } else {
            hint.setFocus();
        }
    }

    @Override
    public void dispose() {
        if (model != null) {
            model.close();
        }
        super.dispose();
    }

    /** Makes the run of the editor the selection, so that commands of the list of runs work here too. */
    private static final class CurrentRun extends SingleSelection {
        void show(RunSummary summary) {
            select(new StructuredSelection(summary));
        }
    }
}
