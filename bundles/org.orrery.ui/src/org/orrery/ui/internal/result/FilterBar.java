package org.orrery.ui.internal.result;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Grid;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;

/** The row above a table: a field that filters it, and what can be done with all of it. */
public final class FilterBar extends Composite {
    private final Text filter;
    private final ToolBar actions;
    private final Icons icons;

    public FilterBar(Composite parent, String id) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(6, 6, 4, 2).applyTo(this);
        icons = new Icons(this, RunTexts.class);
        filter = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.FilterBar_message);
        filter.setData("orrery.id", id + ".filter"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(filter, Messages.FilterBar_message);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(220, SWT.DEFAULT).applyTo(filter);
        actions = new ToolBar(this, SWT.FLAT | SWT.RIGHT);
        Accessibility.name(actions, Messages.FilterBar_actions);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, false).applyTo(actions);
    }

    public void filters(Grid grid) {
        filter.addModifyListener(event -> grid.filter(filter.getText()));
    }

    /** Adds a button. */
    public void action(String id, String icon, String label, String tooltip, Runnable action) {
        ToolItem item = item(SWT.PUSH, actions.getItemCount(), id, icon, label, tooltip);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    /** Adds a button, before all others, that is on or off. */
    ToolItem choice(String id, String icon, String label, String tooltip, boolean on, Consumer<Boolean> action) {
        ToolItem item = item(SWT.CHECK, 0, id, icon, label, tooltip);
        item.setSelection(on);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.accept(item.getSelection())));
        layout();
        return item;
    }

    /** Takes a button away. */
    void remove(ToolItem item) {
        item.dispose();
        layout();
    }

    private ToolItem item(int style, int index, String id, String icon, String label, String tooltip) {
        ToolItem item = new ToolItem(actions, style, index);
        item.setImage(icons.get(icon));
        item.setText(label);
        item.setToolTipText(tooltip);
        item.setData("orrery.id", id); //$NON-NLS-1$
        return item;
    }
}
