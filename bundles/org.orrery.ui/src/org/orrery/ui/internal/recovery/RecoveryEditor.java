package org.orrery.ui.internal.recovery;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Accessibility;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.PageEditor;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;
import org.orrery.ui.Throttler;

/** What was at work when Orrery ended, by a crash or on purpose: each run can go on from what is done. */
public final class RecoveryEditor extends PageEditor {
    static final String ID = "org.orrery.ui.editors.recovery"; //$NON-NLS-1$
    private static final int WIDTH = 640;
    private static final int FOUND = 2;

    private RunList list;
    private Table table;
    private Label title;
    private Label text;
    private Button resume;
    private Runnable listener;

    /** The runs that were interrupted and can go on. */
    static List<RunSummary> interrupted(RunList list) {
        return list.runs().stream().filter(run -> run.state() == RunState.INTERRUPTED && run.resumable()).toList();
    }

    /** Shows the {@link RecoveryInput}. */
    public RecoveryEditor() {
        super(RecoveryInput.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(RunList.class);
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(20, 16).spacing(0, 10).applyTo(area);
        title = new Label(area, SWT.NONE);
        title.setText(Messages.RecoveryEditor_title);
        title.setFont(JFaceResources.getHeaderFont());
        text = new Label(area, SWT.WRAP);
        text.setText(Messages.RecoveryEditor_text);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
        createTable(area);
        Composite buttons = new Composite(area, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.spacing = 8;
        row.marginLeft = 0;
        buttons.setLayout(row);
        resume = button(buttons, "recovery.resume", Messages.RecoveryEditor_resume, this::resume); //$NON-NLS-1$
        button(buttons, "recovery.later", Messages.RecoveryEditor_later, () -> getSite().getPage().closeEditor(this, false)); //$NON-NLS-1$
        Throttler throttler = new Throttler(area, Throttler.INTERVAL_MS, this::refresh);
        listener = throttler::request;
        list.addListener(listener);
        refresh();
    }

    private void createTable(Composite area) {
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "recovery.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.RecoveryEditor_title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        column(Messages.RecoveryEditor_run, 230);
        column(Messages.RecoveryEditor_done, 130);
        column(Messages.RecoveryEditor_found, 190);
        column(Messages.RecoveryEditor_dataset, 120);
        column(Messages.RecoveryEditor_ended, 190);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enable()));
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    private static Button button(Composite parent, String id, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setData("orrery.id", id); //$NON-NLS-1$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    private void refresh() {
        List<RunSummary> runs = interrupted(list);
        title.setText(runs.isEmpty() ? Messages.RecoveryEditor_noTitle : Messages.RecoveryEditor_title);
        text.setText(runs.isEmpty() ? Messages.RecoveryEditor_none : Messages.RecoveryEditor_text);
        table.setVisible(!runs.isEmpty());
        resume.getParent().setVisible(!runs.isEmpty());
        title.getParent().layout();
        enable();
        List<Object> shown = java.util.Arrays.stream(table.getItems()).map(TableItem::getData).toList();
        if (runs.equals(shown)) {
            return;
        }
        table.removeAll();
        AnalysisNames names = getSite().getService(AnalysisNames.class);
        Icons icons = new Icons(table, RunTexts.class);
        for (RunSummary run : runs) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {NLS.bind(Messages.RecoveryEditor_name, run.id(), run.name()), RunTexts.units(run.units()), "", run.dataset(), //$NON-NLS-1$
                    run.finished().map(Formats::instant).orElse("")}); //$NON-NLS-1$
            item.setImage(icons.get(RunTexts.icon(run.state())));
            item.setData(run);
            item.setChecked(true);
        }
        enable();
        Background.load(table, Messages.RecoveryEditor_title, () -> Damage.of(list.workspace(), names, runs), this::damage);
    }

    /** What was damaged when Orrery ended, beside each run; what was made again, above them. */
    private void damage(Damage damage) {
        if (!damage.repairs().isEmpty()) {
            text.setText(text.getText() + ' ' + String.join(" ", damage.repairs())); //$NON-NLS-1$
            text.getParent().layout();
        }
        for (TableItem item : table.getItems()) {
            item.setText(FOUND, damage.found().getOrDefault(((RunSummary) item.getData()).id(), Messages.RecoveryEditor_whole));
        }
    }

    private List<RunSummary> chosen() {
        return java.util.Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(item -> (RunSummary) item.getData()).toList();
    }

    private void enable() {
        resume.setEnabled(!chosen().isEmpty());
    }

    private void resume() {
        List<RunSummary> runs = chosen();
        Background.load(table, Messages.RecoveryEditor_resume, () -> {
            List<String> refusals = new ArrayList<>();
            for (RunSummary run : runs) {
                try {
                    list.workspace().runs().resume(run.id());
                } catch (RunException e) {
                    refusals.add(e.getMessage());
                }
            }
            return refusals;
        }, refusals -> {
            if (!refusals.isEmpty()) {
                MessageDialog.openError(getSite().getShell(), Messages.RecoveryEditor_title, String.join("\n", refusals)); //$NON-NLS-1$
            } else if (interrupted(list).size() <= runs.size()) {
                getSite().getPage().closeEditor(this, false);
            }
        });
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }
}
