package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The files that were imported last, newest first, kept with the workspace. */
final class RecentFiles {
    private static final String NODE = "org.orrery.ui.data"; //$NON-NLS-1$
    private static final String KEY = "recentFiles"; //$NON-NLS-1$
    private static final int MOST = 10;

    private final IEclipsePreferences store = InstanceScope.INSTANCE.getNode(NODE);

    /** The files. */
    List<String> files() {
        return Arrays.stream(store.get(KEY, "").split("\n")).filter(line -> !line.isBlank()).toList(); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Puts a file to the front. */
    void add(String file) {
        List<String> next = new ArrayList<>(files());
        next.remove(file);
        next.add(0, file);
        store.put(KEY, String.join("\n", next.subList(0, Math.min(MOST, next.size())))); //$NON-NLS-1$
    }

    /** Shows them below a button for a choice. */
    void choose(Button below, Consumer<String> chosen) {
        Menu menu = new Menu(below.getShell(), SWT.POP_UP);
        for (String file : files()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(file.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(file)));
        }
        Point place = below.toDisplay(0, below.getSize().y);
        menu.setLocation(place);
        // The menu of the button too, so that it can be reached by the keyboard; the next one takes its place.
        if (below.getMenu() != null) {
            below.getMenu().dispose();
        }
        below.setMenu(menu);
        menu.setVisible(true);
    }
}
