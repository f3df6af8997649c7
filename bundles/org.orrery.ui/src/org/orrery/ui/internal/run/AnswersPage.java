package org.orrery.ui.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Tabs;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.form.SettingsForm;
import org.orrery.ui.internal.result.ChartPane;
import org.orrery.ui.internal.result.ResultGrid;
import org.orrery.ui.internal.result.RowLinks;
import org.orrery.ui.internal.result.TableSaving;
import org.orrery.ui.internal.result.FigureCard;
import org.orrery.ui.internal.result.HeadlineFigure;

/** Asks the analysis on: another threshold, other costs. The answer comes from the stored outcomes, while the user changes the question. */
final class AnswersPage implements RunPage {
    private static final int PAUSE_MS = 250;

    private final Workspace workspace;
    private final TableSaving saving;
    private final ChartExport export;
    private Composite stack;
    private EmptyHint hint;
    private SashForm sash;
    private Composite question;
    private Composite cards;
    private Label refusal;
    private CTabFolder tabs;
    private SettingsForm form;
    private long run;
    private long asked;
    private long answered = -1;
    private boolean begun;
    private RowLinks links;
    private List<SettingDescriptor> settings = List.of();
    private Optional<Map<String, Object>> wish = Optional.empty();
    private boolean toRows;
    private Names names = Names.NONE;

    AnswersPage(Workspace workspace, TableSaving saving, ChartExport export) {
        this.workspace = workspace;
        this.saving = saving;
        this.export = export;
    }

    @Override
    public String id() {
        return "run.answers"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.AnswersPage_title;
    }

    @Override
    public Control create(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.AnswersPage_loading);
        sash = new SashForm(stack, SWT.HORIZONTAL);
        question = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(question);
        Composite answer = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(4, 4, 4, 0).applyTo(answer);
        refusal = new Label(answer, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(refusal);
        cards = new Composite(answer, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.spacing = 8;
        cards.setLayout(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(cards);
        tabs = Tabs.in(answer, "run.answers.tabs"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        sash.setWeights(40, 60);
        ((StackLayout) stack.getLayout()).topControl = hint;
        return stack;
    }

    @Override
    public void show(RunContent content) {
        run = content.summary().id();
        names = content.names();
        if (!begun) {
            begun = true;
            String analysis = content.summary().analysis();
            Background.load(stack, Messages.AnswersPage_loading, () -> workspace.sideResults().questions(analysis), this::build,
                    failure -> hint.message(failure.getMessage()));
        } else if (form != null && answered != version(content)) {
            // What is committed has grown: the same question has a newer answer.
            answered = version(content);
            ask();
        }
    }

    /** Another one after each unit, and once more at the end: while the last unit is being kept the run may refuse to answer. */
    private static long version(RunContent content) {
        return content.summary().units().done() * 2L + (content.summary().state().ended() ? 1 : 0);
    }

    void link(RowLinks next) {
        links = next;
    }

    /** Asks with the values of a row of a result: those of columns that are named as a setting, and those that are one of its choices. */
    void ask(Map<String, Object> row) {
        wish = Optional.of(row);
        if (form != null) {
            grant();
        }
    }

    private void grant() {
        wish.ifPresent(row -> form.show(Question.of(settings, form.values(), row)));
        toRows = wish.isPresent();
        wish = Optional.empty();
        ask();
    }

    private void build(Optional<SettingsSchema<?>> schema) {
        if (schema.isEmpty()) {
            hint.message(Messages.AnswersPage_none);
            return;
        }
        form = new SettingsForm(question, schema.get().settings(), this::changed);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form.control());
        settings = schema.get().settings();
        form.show(schema.get().defaults());
        ((StackLayout) stack.getLayout()).topControl = sash;
        stack.layout(true, true);
        grant();
    }

    private void changed() {
        long number = ++asked;
        stack.getDisplay().timerExec(PAUSE_MS, () -> {
            if (number == asked && !stack.isDisposed()) {
                ask();
            }
        });
    }

    private void ask() {
        long number = ++asked;
        Map<String, Object> values = form.values();
        Background.load(stack, Messages.AnswersPage_title, () -> workspace.sideResults().ask(run, values), result -> {
            if (number == asked) {
                show(result);
            }
        }, failure -> {
            if (number == asked) {
                refuse(String.valueOf(failure.getMessage()));
            }
        });
    }

    private void refuse(String message) {
        refusal.setText(message.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        ((org.eclipse.swt.layout.GridData) refusal.getLayoutData()).exclude = message.isEmpty();
        refusal.setVisible(!message.isEmpty());
        refusal.getParent().layout(true, true);
    }

    private void show(Result result) {
        for (Control card : cards.getChildren()) {
            card.dispose();
        }
        HeadlineFigure.of(result, names).forEach(figure -> new FigureCard(cards, figure));
        showParts(result);
        refuse(result.findings().stream().map(Finding::message).findFirst().orElse("")); //$NON-NLS-1$
    }

    /** The same tables and charts come back with other numbers: their tabs stay where they are. */
    private void showParts(Result result) {
        List<String> ids = java.util.stream.Stream.concat(result.charts().stream().map(ChartSpec::id), result.tables().stream().map(ResultTable::id)).toList();
        List<Object> shown = java.util.Arrays.stream(tabs.getItems()).map(CTabItem::getData).toList();
        if (!ids.equals(shown)) {
            for (CTabItem item : tabs.getItems()) {
                item.getControl().dispose();
                item.dispose();
            }
            result.charts().forEach(chart -> tab(chart.id(), chart.title(), new ChartPane(tabs, "run.answers.chart." + chart.id(), export))); //$NON-NLS-1$
            result.tables().forEach(table -> {
                ResultGrid grid = new ResultGrid(tabs, "run.answers.table." + table.id(), table.title(), saving); //$NON-NLS-1$
                grid.link(links);
                tab(table.id(), table.title(), grid);
            });
            tabs.setSelection(0);
        }
        int index = 0;
        for (ChartSpec chart : result.charts()) {
            tabs.getItem(index).setText(chart.title());
            ((ChartPane) tabs.getItem(index++).getControl()).show(chart);
        }
        for (ResultTable table : result.tables()) {
            tabs.getItem(index).setText(table.title());
            if (toRows && table.rows().schema().indexOf(RowLinks.ROW) >= 0) {
                toRows = false;
                tabs.setSelection(index);
            }
            ((ResultGrid) tabs.getItem(index++).getControl()).show(table, names);
        }
    }

    private void tab(String id, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setData(id);
        item.setControl(control);
    }
}
