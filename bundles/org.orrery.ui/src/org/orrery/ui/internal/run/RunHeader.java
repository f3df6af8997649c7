package org.orrery.ui.internal.run;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Accessibility;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;
import org.orrery.ui.internal.runs.PartHandler;
import org.orrery.ui.internal.runs.RunVerb;

/** The top of the editor of a run: what it is doing, how far it is, what can be asked of it. */
final class RunHeader extends Composite {
    private static final int STEPS = 1000;
    /** Of a rate below this a digit after the point says something. */
    private static final int EXACT = 10;

    private final Workspace workspace;
    private final AnalysisNames names;
    private final Icons icons;
    private final Label stateIcon;
    private final Label title;
    private final Label state;
    private final ProgressBar bar;
    private final Label detail;
    private final ToolBar verbs;
    private Set<RunVerb> offered = Set.of();
    private RunSummary shown;
    private boolean asking;

    RunHeader(Composite parent, Workspace workspace, AnalysisNames names, Icons icons) {
        super(parent, SWT.NONE);
        this.workspace = workspace;
        this.names = names;
        this.icons = icons;
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 8).spacing(8, 4).applyTo(this);
        stateIcon = new Label(this, SWT.NONE);
        title = new Label(this, SWT.NONE);
        title.setFont(JFaceResources.getBannerFont());
        title.setData("orrery.id", "run.title"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
        verbs = new ToolBar(this, SWT.FLAT | SWT.RIGHT);
        verbs.setData("orrery.id", "run.verbs"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(verbs, Messages.RunHeader_verbs);
        state = new Label(this, SWT.NONE);
        state.setData("orrery.id", "run.state"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(state);
        bar = new ProgressBar(this, SWT.SMOOTH | SWT.HORIZONTAL);
        bar.setMaximum(STEPS);
        Accessibility.name(bar, Messages.RunHeader_progress);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(SWT.DEFAULT, 10).applyTo(bar);
        detail = new Label(this, SWT.NONE);
        detail.setData("orrery.id", "run.detail"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(detail);
    }

    /** Only what makes sense now is offered: a row of grey buttons says nothing. */
    private void offer(Set<RunVerb> next) {
        if (next.equals(offered)) {
            return;
        }
        offered = next;
        for (ToolItem item : verbs.getItems()) {
            item.dispose();
        }
        next.forEach(this::addVerb);
        if (next.contains(RunVerb.STOP)) {
            addSkip();
        }
        // The row of the buttons may now be higher, and with it the whole header.
        getParent().layout(true, true);
    }

    /** What takes too long can be left out, at once or after some more minutes; the rest of the run goes on. */
    private void addSkip() {
        ToolItem item = new ToolItem(verbs, SWT.PUSH);
        item.setImage(icons.get("skip")); //$NON-NLS-1$
        item.setText(Messages.RunHeader_skip);
        item.setToolTipText(Messages.RunHeader_skipTip);
        item.setData("orrery.id", "run.skip"); //$NON-NLS-1$ //$NON-NLS-2$
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> PartHandler.ask(getShell(), workspace, names, shown)));
    }

    private void addVerb(RunVerb verb) {
        switch (verb) {
            case STOP -> verb(verb, "stop", Messages.RunHeader_stop, Messages.RunHeader_stopTip); //$NON-NLS-1$
            case CANCEL -> verb(verb, "cancel", Messages.RunHeader_cancel, Messages.RunHeader_cancelTip); //$NON-NLS-1$
            case PAUSE -> verb(verb, "pause", Messages.RunHeader_pause, Messages.RunHeader_pauseTip); //$NON-NLS-1$
            case PROCEED -> verb(verb, "proceed", Messages.RunHeader_proceed, Messages.RunHeader_proceedTip); //$NON-NLS-1$
            case RESUME -> verb(verb, "resume", Messages.RunHeader_resume, Messages.RunHeader_resumeTip); //$NON-NLS-1$
            case DELETE -> throw new IllegalArgumentException("A run is deleted in the list of runs"); //$NON-NLS-1$
        }
    }

    private void verb(RunVerb verb, String icon, String label, String tooltip) {
        ToolItem item = new ToolItem(verbs, SWT.PUSH);
        item.setImage(icons.get(icon));
        item.setText(label);
        item.setToolTipText(tooltip);
        item.setData("orrery.id", "run.verb." + icon); //$NON-NLS-1$ //$NON-NLS-2$
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            RunSummary run = shown;
            Background.load(this, tooltip, () -> {
                verb.apply(workspace.runs(), run.id());
                return run;
            }, done -> { }, failure -> MessageDialog.openError(getShell(), label, failure.getMessage()));
        }));
    }

    void show(RunContent content) {
        RunSummary run = content.summary();
        shown = run;
        stateIcon.setImage(icons.get(RunTexts.icon(run.state())));
        set(title, run.name());
        set(state, stateLine(content));
        String tip = run.state().ended() ? "" : content.progress().map(RunTexts::leftTip).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
        if (!tip.equals(state.getToolTipText())) {
            state.setToolTipText(tip);
        }
        boolean working = !run.state().ended();
        Set<RunVerb> applying = EnumSet.allOf(RunVerb.class);
        applying.removeIf(verb -> verb == RunVerb.DELETE || !verb.applies(run));
        offer(applying);
        double fraction = content.progress().map(RunProgress::fraction).orElse(RunTexts.fraction(run.units()));
        bar.setSelection((int) Math.round(fraction * STEPS));
        if (waits()) {
            askWhy(run.id());
        } else {
            set(detail, working ? activity(content) : ""); //$NON-NLS-1$
        }
        visible(working);
    }

    private boolean waits() {
        return shown.state() == RunState.QUEUED || shown.state() == RunState.WAITING_RESOURCE;
    }

    /** The reason changes without an event of this run, so it is asked for as often as the header is shown. */
    private void askWhy(long run) {
        if (!asking) {
            asking = true;
            Background.load(this, Messages.RunHeader_why, () -> workspace.runs().queue().look().find(run).map(RunQueue.Entry::why).orElse(""), this::because, //$NON-NLS-1$
                    failure -> because(String.valueOf(failure.getMessage())));
        }
    }

    private void because(String why) {
        asking = false;
        if (waits()) {
            set(detail, why);
        }
    }

    private String stateLine(RunContent content) {
        RunSummary run = content.summary();
        String line = RunTexts.state(run.state());
        String units = RunTexts.units(run.units());
        if (!units.isEmpty()) {
            line = NLS.bind(Messages.RunHeader_joined, line, units);
        }
        String duration = RunTexts.duration(run, Instant.now());
        if (!duration.isEmpty()) {
            line = NLS.bind(Messages.RunHeader_joined, line, duration);
        }
        String left = run.state().ended() ? "" : content.progress().map(RunTexts::left).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
        if (!left.isEmpty()) {
            line = NLS.bind(Messages.RunHeader_joined, line, left);
        }
        double rate = content.progress().map(RunProgress::unitsPerMinute).orElse(Double.NaN);
        if (!run.state().ended() && !Double.isNaN(rate)) {
            line = NLS.bind(Messages.RunHeader_joined, line, NLS.bind(Messages.RunHeader_rate,
                    rate < EXACT ? String.format(Locale.getDefault(), "%.1f", rate) : Formats.count(Math.round(rate)))); //$NON-NLS-1$
        }
        if (content.stored().attempts() > 1) {
            line = NLS.bind(Messages.RunHeader_joined, line, NLS.bind(Messages.RunHeader_attempts, content.stored().attempts()));
        }
        return line;
    }

    private static String activity(RunContent content) {
        return content.progress().stream().flatMap(progress -> progress.units().stream()).limit(3).map(RunHeader::active)
                .reduce((a, b) -> NLS.bind(Messages.RunHeader_joined, a, b)).orElse(""); //$NON-NLS-1$
    }

    private static String active(RunProgress.Active unit) {
        return unit.total() < 0 || unit.what().isEmpty() ? unit.label()
                : NLS.bind(Messages.RunHeader_active, new Object[] {unit.label(), Formats.count(unit.done()), Formats.count(unit.total()),
                        unit.what()});
    }

    private static void set(Label label, String text) {
        String escaped = text.replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
        // Setting the same text again would flicker.
        if (!label.getText().equals(escaped)) {
            label.setText(escaped);
        }
    }

    private void visible(boolean working) {
        GridData data = (GridData) bar.getLayoutData();
        if (data.exclude == working) {
            data.exclude = !working;
            bar.setVisible(working);
            ((GridData) detail.getLayoutData()).exclude = !working;
            detail.setVisible(working);
            getParent().layout(true, true);
        }
    }
}
