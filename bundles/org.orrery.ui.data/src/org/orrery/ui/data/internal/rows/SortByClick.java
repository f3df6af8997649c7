package org.orrery.ui.data.internal.rows;

import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;

/** A click on a head sorts by its column; with the control key the columns clicked before keep their say. */
final class SortByClick extends AbstractUiBindingConfiguration {
    private final SortState sort;

    SortByClick(SortState sort) {
        this.sort = sort;
    }

    @Override
    public void configureUiBindings(UiBindingRegistry bindings) {
        bind(bindings, SWT.NONE, false);
        bind(bindings, SWT.MOD1, true);
    }

    private void bind(UiBindingRegistry bindings, int mask, boolean further) {
        bindings.registerFirstSingleClickBinding(new MouseEventMatcher(mask, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
                (table, event) -> {
                    int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
                    if (column >= 0) {
                        sort.next(column, further);
                    }
                });
    }
}
