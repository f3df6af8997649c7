package org.orrery.ui.internal.runs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Formats;
import org.orrery.ui.Help;

/** The row above the list of runs: which are shown. */
final class RunFilter extends Composite {
    private enum Group {
        ALL, WORKING, WITH_RESULT, RESUMABLE, FAILED, ARCHIVED;

        boolean holds(RunSummary run) {
            if (RunTags.archived(run)) {
                return this == ARCHIVED;
            }
            return switch (this) {
                case ALL -> true;
                case ARCHIVED -> false;
                case WORKING -> !run.state().ended();
                case WITH_RESULT -> run.state() == RunState.COMPLETED || run.state() == RunState.COMPLETED_PARTIAL || run.state() == RunState.STOPPED_KEPT;
                case RESUMABLE -> run.state().ended() && run.resumable();
                case FAILED -> run.state() == RunState.FAILED || run.state() == RunState.FAILED_PARTIAL;
            };
        }

        String label() {
            return switch (this) {
                case ALL -> Messages.RunFilter_all;
                case WORKING -> Messages.RunFilter_working;
                case WITH_RESULT -> Messages.RunFilter_withResult;
                case RESUMABLE -> Messages.RunFilter_resumable;
                case FAILED -> Messages.RunFilter_failed;
                case ARCHIVED -> Messages.RunFilter_archived;
            };
        }
    }

    private static final String TEXT = "filter.text"; //$NON-NLS-1$
    private static final String GROUP = "filter.group"; //$NON-NLS-1$
    private final Text text;
    private final Combo group;
    private final Label count;
    private final RunFinder finder;

    /** @param folders has the figures and settings that are searched for */
    RunFilter(Composite parent, RunFolders folders, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(6, 6, 4, 4).spacing(8, 0).applyTo(this);
        text = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.RunFilter_message);
        text.setData("orrery.id", "runs.filter"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(text, Messages.RunFilter_message);
        text.setToolTipText(Messages.RunFilter_tooltip);
        Help.attach(text, "org.orrery.ui.views.runs"); //$NON-NLS-1$
        finder = new RunFinder(this, folders, changed);
        text.addModifyListener(event -> {
            finder.search(text.getText());
            changed.run();
        });
        GridDataFactory.fillDefaults().hint(240, SWT.DEFAULT).applyTo(text);
        group = new Combo(this, SWT.READ_ONLY);
        Stream.of(Group.values()).map(Group::label).forEach(group::add);
        group.select(0);
        group.setData("orrery.id", "runs.group"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(group, Messages.RunFilter_group);
        group.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        count = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(count);
    }

    void save(IMemento memento) {
        memento.putString(TEXT, text.getText());
        memento.putInteger(GROUP, group.getSelectionIndex());
    }

    void restore(IMemento memento) {
        text.setText(Objects.requireNonNullElse(memento.getString(TEXT), "")); //$NON-NLS-1$
        group.select(Math.clamp(Objects.requireNonNullElse(memento.getInteger(GROUP), 0), 0, group.getItemCount() - 1));
    }

    List<RunSummary> of(List<RunSummary> runs) {
        Group wanted = Group.values()[Math.max(0, group.getSelectionIndex())];
        List<RunSummary> kept = finder.of(runs.stream().filter(wanted::holds).toList());
        long shown = wanted == Group.ARCHIVED ? runs.size() : runs.stream().filter(run -> !RunTags.archived(run)).count();
        String told = told(kept.size(), shown);
        if (!told.equals(count.getText())) {
            count.setText(told);
            count.setToolTipText(finder.refusal());
            count.requestLayout();
        }
        return kept;
    }

    private String told(long kept, long all) {
        if (!finder.refusal().isEmpty()) {
            return finder.refusal();
        }
        if (finder.reading()) {
            return Messages.RunFinder_reading;
        }
        if (kept == 0 && all > 0) {
            return NLS.bind(Messages.RunFilter_none, Formats.count(all));
        }
        return kept == all ? NLS.bind(Messages.RunFilter_count, Formats.count(all)) : NLS.bind(Messages.RunFilter_countOf, Formats.count(kept), Formats.count(all));
    }
}
