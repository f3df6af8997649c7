package org.orrery.ui.internal.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Icons;
import org.orrery.ui.InSight;
import org.orrery.ui.PageEditor;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;
import org.orrery.ui.Throttler;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;
import org.orrery.ui.internal.runs.RunsView;

/** What Orrery is for, and the first tour: steps that are ticked off as they are done, with own data or with samples. */
public final class WelcomeEditor extends PageEditor {
    static final String ID = "org.orrery.ui.editors.welcome"; //$NON-NLS-1$
    private static final int MARGINS = 56;
    private static final int WIDTH = 370;
    private static final int TEXT_WIDTH = 2 * WIDTH;

    private final List<Runnable> marks = new ArrayList<>();
    private RunList runs;
    private DatasetList datasets;
    private Composite page;
    private Composite steps;
    private Icons icons;
    private Runnable listener;
    /** How many completed runs there are. */
    private int ready;

    /** Shows the {@link WelcomeInput}. */
    public WelcomeEditor() {
        super(WelcomeInput.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        runs = getSite().getService(RunList.class);
        datasets = getSite().getService(DatasetList.class);
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGINS / 2, 18).spacing(0, 14).applyTo(page);
        scroll.setContent(page);
        icons = new Icons(page, RunTexts.class);
        Label title = new Label(page, SWT.NONE);
        title.setText(Messages.WelcomeEditor_title);
        title.setFont(JFaceResources.getHeaderFont());
        Label text = paragraph(page, Messages.WelcomeEditor_text, TEXT_WIDTH);
        steps = new Composite(page, SWT.NONE);
        // Side by side, so that all are seen at once.
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(28, 18).applyTo(steps);
        step(Messages.WelcomeEditor_data, Messages.WelcomeEditor_dataText, () -> !datasets.datasets().isEmpty(),
                new Action(Messages.WelcomeEditor_import, "org.orrery.ui.data.commands.importData"), //$NON-NLS-1$
                new Action(Messages.WelcomeEditor_sample, "org.orrery.ui.data.commands.addSample")); //$NON-NLS-1$
        step(Messages.WelcomeEditor_run, Messages.WelcomeEditor_runText, () -> runs.count() > 0,
                new Action(Messages.WelcomeEditor_runAction, "org.orrery.ui.commands.runAnalysis")); //$NON-NLS-1$
        step(Messages.WelcomeEditor_result, Messages.WelcomeEditor_resultText,
                () -> ready > 0,
                new Action(Messages.WelcomeEditor_resultAction, "org.orrery.ui.commands.openRun", 1)); //$NON-NLS-1$
        step(Messages.WelcomeEditor_compare, Messages.WelcomeEditor_compareText, () -> ready > 1,
                new Action(Messages.WelcomeEditor_change, "org.orrery.ui.commands.cloneRun", 1), //$NON-NLS-1$
                new Action(Messages.WelcomeEditor_compareAction, "org.orrery.ui.commands.compareRuns", 2)); //$NON-NLS-1$
        step(Messages.WelcomeEditor_export, Messages.WelcomeEditor_exportText, WorkbenchPreferences::exported,
                new Action(Messages.WelcomeEditor_report, "org.orrery.ui.commands.exportReport", 1), //$NON-NLS-1$
                new Action(Messages.WelcomeEditor_model, "org.orrery.ui.commands.exportModel", 1), //$NON-NLS-1$
                new Action(Messages.WelcomeEditor_apply, "org.orrery.ui.commands.applyModel", 1)); //$NON-NLS-1$
        Link help = new Link(page, SWT.WRAP);
        help.setText(Messages.WelcomeEditor_help);
        help.setData("orrery.id", "welcome.help"); //$NON-NLS-1$ //$NON-NLS-2$
        help.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> execute("org.orrery.ui.commands.help"))); //$NON-NLS-1$
        listener = new InSight(this, page, Throttler.INTERVAL_MS, this::refresh)::request;
        runs.addListener(listener);
        datasets.addListener(listener);
        refresh();
        int wide = page.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        scroll.addListener(SWT.Resize, event -> arrange(scroll, text, wide));
        arrange(scroll, text, wide);
    }

    /** In a narrow window one step under the other. */
    private void arrange(ScrolledComposite scroll, Label text, int wide) {
        int room = scroll.getClientArea().width;
        ((GridLayout) steps.getLayout()).numColumns = room > 0 && room < wide ? 1 : 2;
        ((GridData) text.getLayoutData()).widthHint = room > 0 && room < wide ? Math.max(WIDTH, room - MARGINS) : TEXT_WIDTH;
        scroll.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        page.layout(true, true);
    }

    /** @param needs how many completed runs it works on, which are the newest */
    private record Action(String label, String command, int needs) {
        Action(String label, String command) {
            this(label, command, 0);
        }
    }

    /** The newest first. */
    private List<RunSummary> completed() {
        return runs.runs().stream().filter(run -> run.state() == RunState.COMPLETED).toList();
    }

    private static Label paragraph(Composite parent, String text, int width) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void step(String title, String text, BooleanSupplier done, Action... actions) {
        Composite row = new Composite(steps, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 2).applyTo(row);
        Label mark = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 2).applyTo(mark);
        marks.add(() -> {
            mark.setImage(icons.get(done.getAsBoolean() ? "state_completed" : "step")); //$NON-NLS-1$ //$NON-NLS-2$
            mark.setToolTipText(done.getAsBoolean() ? Messages.WelcomeEditor_done : Messages.WelcomeEditor_open);
        });
        Composite body = new Composite(row, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        Label heading = new Label(body, SWT.NONE);
        heading.setText(title);
        heading.setFont(JFaceResources.getBannerFont());
        paragraph(body, text, WIDTH);
        Composite buttons = new Composite(body, SWT.NONE);
        RowLayout inRows = new RowLayout(SWT.HORIZONTAL);
        inRows.marginLeft = 0;
        inRows.spacing = 8;
        buttons.setLayout(inRows);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(buttons);
        for (Action action : actions) {
            Button button = new Button(buttons, SWT.PUSH);
            button.setText(action.label());
            button.setData("orrery.id", "welcome." + action.command().substring(action.command().lastIndexOf('.') + 1)); //$NON-NLS-1$ //$NON-NLS-2$
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> perform(action)));
            marks.add(() -> button.setEnabled(ready >= action.needs()));
        }
    }

    private void perform(Action action) {
        if (action.needs() == 0) {
            execute(action.command());
            return;
        }
        // As the user would: the runs are selected in their list, and the command works on them.
        IWorkbenchPage workbenchPage = getSite().getPage();
        try {
            IViewPart list = workbenchPage.showView(RunsView.ID);
            list.getSite().getSelectionProvider().setSelection(new StructuredSelection(completed().stream().limit(action.needs()).map(RunSummary::id).toList()));
            page.getDisplay().asyncExec(() -> execute(action.command()));
        } catch (PartInitException e) {
            ILog.of(WelcomeEditor.class).error(e.getMessage(), e);
        }
    }

    private void execute(String command) {
        try {
            getSite().getWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(WelcomeEditor.class).error(e.getMessage(), e);
        }
    }

    private void refresh() {
        ready = runs.count(RunState.COMPLETED);
        marks.forEach(Runnable::run);
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        if (listener != null) {
            runs.removeListener(listener);
            datasets.removeListener(listener);
        }
        super.dispose();
    }
}
