package org.orrery.ui.internal.run;

import java.time.Duration;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.Runs;
import org.orrery.ui.Background;

/** What takes too long in a run can be left out, at once or after two more minutes; the rest of the run goes on. */
final class SkipMenu {
    private static final Duration MORE = Duration.ofMinutes(2);

    private final Runs runs;
    private final ToolItem item;
    private final Menu menu;
    private long run;
    private List<String> groups = List.of();

    SkipMenu(Runs runs, ToolItem item) {
        this.runs = runs;
        this.item = item;
        menu = new Menu(item.getParent());
        item.setData("orrery.menu", menu); //$NON-NLS-1$
        item.addDisposeListener(event -> menu.dispose());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            var place = item.getBounds();
            menu.setLocation(item.getParent().toDisplay(place.x, place.y + place.height));
            menu.setVisible(true);
        }));
    }

    /** Offers what is at work now. */
    void show(RunProgress progress) {
        run = progress.run();
        List<String> next = progress.units().stream().map(RunProgress.Active::group).filter(group -> !group.isEmpty()).distinct().sorted().toList();
        if (next.equals(groups)) {
            return;
        }
        groups = next;
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        for (String group : next) {
            entry("run.skip." + group, NLS.bind(Messages.SkipMenu_skip, group), () -> runs.skip(run, group)); //$NON-NLS-1$
            entry("run.limit." + group, NLS.bind(Messages.SkipMenu_limit, group), () -> runs.grant(run, group, MORE)); //$NON-NLS-1$
        }
        item.setEnabled(!next.isEmpty());
    }

    @FunctionalInterface
    private interface Wish {
        void tell() throws RunException;
    }

    private void entry(String id, String text, Wish wish) {
        MenuItem entry = new MenuItem(menu, SWT.PUSH);
        entry.setText(text);
        entry.setData("orrery.id", id); //$NON-NLS-1$
        entry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Background.load(item, text, () -> {
            wish.tell();
            return text;
        }, done -> { }, failure -> MessageDialog.openError(item.getParent().getShell(), text, failure.getMessage()))));
    }
}
