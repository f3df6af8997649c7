package org.orrery.ui.data.internal.rows;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** A menu of actions over a control. */
final class RowMenu {
    private final Menu menu;

    RowMenu(Control owner) {
        menu = new Menu(owner);
    }

    RowMenu item(String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return this;
    }

    /** @param possible asked whenever the menu opens */
    RowMenu item(String text, Runnable action, BooleanSupplier possible) {
        item(text, action);
        MenuItem item = menu.getItem(menu.getItemCount() - 1);
        menu.addListener(SWT.Show, event -> item.setEnabled(possible.getAsBoolean()));
        return this;
    }

    RowMenu line() {
        new MenuItem(menu, SWT.SEPARATOR);
        return this;
    }

    Menu menu() {
        return menu;
    }
}
