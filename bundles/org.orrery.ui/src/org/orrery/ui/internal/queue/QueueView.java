package org.orrery.ui.internal.queue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunQueue.Entry;
import org.orrery.jobs.RunQueue.Priority;
import org.orrery.jobs.RunQueue.Snapshot;
import org.orrery.jobs.Runs;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Icons;
import org.orrery.ui.InSight;
import org.orrery.ui.RunList;

/** The runs that wait for their turn: in which order and why, and what the user can do about it. */
public final class QueueView extends ViewPart {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.views.queue"; //$NON-NLS-1$
    private static final String BUNDLE = "org.orrery.ui"; //$NON-NLS-1$
    private static final int INTERVAL_MS = 500;
    private static final int LAST = Integer.MAX_VALUE;

    private Runs runs;
    private RunList list;
    private Label state;
    private Composite stack;
    private EmptyHint hint;
    private QueueTable table;
    private Snapshot shown;
    private Runnable listener;
    private Action pause;
    private Action hold;

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(RunList.class);
        runs = list.workspace().runs();
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        state = new Label(body, SWT.NONE);
        state.setData("orrery.id", "queue.state"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).applyTo(state);
        stack = new Composite(body, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        hint = new EmptyHint(stack, Messages.QueueView_empty);
        table = new QueueTable(stack, (run, place) -> change(queue -> queue.move(run, place)));
        table.control().addListener(SWT.Selection, event -> enable());
        table.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if ((event.stateMask & SWT.MOD3) != 0 && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
                step(event.keyCode == SWT.ARROW_UP ? -1 : 1);
                event.doit = false;
            }
        }));
        createActions(getViewSite().getActionBars().getToolBarManager());
        listener = new InSight(this, body, INTERVAL_MS, this::load)::request;
        list.addListener(listener);
        load();
    }

    private void createActions(IToolBarManager bar) {
        pause = action(bar, "pause", Messages.QueueView_pause, () -> change(shown != null && shown.paused() ? RunQueue::proceed : RunQueue::pause)); //$NON-NLS-1$
        action(bar, "proceed", Messages.QueueView_proceed, () -> change(RunQueue::proceed)); //$NON-NLS-1$
        bar.add(new Separator());
        action(bar, "queue_first", Messages.QueueView_first, () -> move(0)); //$NON-NLS-1$
        action(bar, "queue_up", Messages.QueueView_up, () -> step(-1)); //$NON-NLS-1$
        action(bar, "queue_down", Messages.QueueView_down, () -> step(1)); //$NON-NLS-1$
        action(bar, "queue_last", Messages.QueueView_last, () -> move(LAST)); //$NON-NLS-1$
        bar.add(new Separator());
        hold = action(bar, "state_paused", Messages.QueueView_hold, this::hold); //$NON-NLS-1$
        action(bar, "cancel", Messages.QueueView_cancel, () -> tell(Runs::cancel)); //$NON-NLS-1$
        var menu = getViewSite().getActionBars().getMenuManager();
        for (Priority priority : Priority.values()) {
            menu.add(new Action(NLS.bind(Messages.QueueView_priority, QueueTable.text(priority)), IAction.AS_PUSH_BUTTON) {
                @Override
                public void run() {
                    for (Entry entry : table.selected()) {
                        change(queue -> queue.priority(entry.run(), priority));
                    }
                }
            });
        }
        enable();
    }

    private static Action action(IToolBarManager bar, String icon, String text, Runnable body) {
        Action action = new Action(text, Icons.descriptor(BUNDLE, icon)) {
            @Override
            public void run() {
                body.run();
            }
        };
        action.setToolTipText(text);
        bar.add(action);
        return action;
    }

    @FunctionalInterface
    private interface Change {
        void apply(RunQueue queue) throws RunException;
    }

    @FunctionalInterface
    private interface Verb {
        void apply(Runs runs, long run) throws RunException;
    }

    private void change(Change change) {
        work(() -> {
            change.apply(runs.queue());
            return null;
        });
    }

    private void work(Callable<?> body) {
        Background.load(state, Messages.QueueView_load, body, done -> load(), e -> getViewSite().getActionBars().getStatusLineManager()
                .setErrorMessage(e.getMessage()));
    }

    private void tell(Verb verb) {
        List<Entry> chosen = table.selected();
        work(() -> {
            for (Entry entry : chosen) {
                verb.apply(runs, entry.run());
            }
            return null;
        });
    }

    private void hold() {
        boolean held = table.selected().stream().allMatch(entry -> entry.place().held());
        tell(held ? Runs::proceed : Runs::pause);
    }

    private void step(int by) {
        int index = table.firstSelected();
        if (index >= 0) {
            move(Math.max(0, index + by));
        }
    }

    private void move(int place) {
        List<Entry> chosen = table.selected();
        if (!chosen.isEmpty()) {
            change(queue -> {
                for (Entry entry : place == LAST ? chosen : chosen.reversed()) {
                    queue.move(entry.run(), place);
                }
            });
        }
    }

    private void load() {
        Background.load(state, Messages.QueueView_load, () -> runs.queue().look(), this::show);
    }

    private void show(Snapshot now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        ((StackLayout) stack.getLayout()).topControl = now.waiting().isEmpty() ? hint : table.control();
        stack.layout();
        table.show(now.waiting());
        long held = now.waiting().stream().filter(entry -> entry.place().held()).count();
        state.setText(NLS.bind(now.paused() ? Messages.QueueView_statePaused : Messages.QueueView_state,
                new Object[] {now.atWork().size(), now.waiting().size(), held, Math.round(now.usableMiB())}));
        pause.setChecked(now.paused());
        pause.setText(now.paused() ? Messages.QueueView_goOn : Messages.QueueView_pause);
        pause.setToolTipText(pause.getText());
        setTitleToolTip(state.getText());
        enable();
    }

    private void enable() {
        List<Entry> chosen = table.selected();
        Arrays.stream(getViewSite().getActionBars().getToolBarManager().getItems())
                .filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction())
                .filter(action -> action != pause && !action.getText().equals(Messages.QueueView_proceed))
                .forEach(action -> action.setEnabled(!chosen.isEmpty()));
        hold.setText(!chosen.isEmpty() && chosen.stream().allMatch(entry -> entry.place().held()) ? Messages.QueueView_release : Messages.QueueView_hold);
        hold.setToolTipText(hold.getText());
    }

    @Override
    public void setFocus() {
        (table.control().isVisible() ? table.control() : hint).setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }
}
