package org.orrery.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MenuListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.orrery.ui.GridAction.Cell;
import org.orrery.ui.GridModel.GridColumn;

/** What can be done with the rows of a grid, also without a mouse. */
final class GridMenu {
    /** More columns make a menu that nobody reads. */
    private static final int MOST_COLUMNS = 40;

    private final Grid grid;
    private final List<GridAction> actions = new ArrayList<>();
    private final List<GridChoice> choices = new ArrayList<>();

    GridMenu(Grid grid) {
        this.grid = grid;
    }

    void add(GridAction action) {
        actions.add(action);
    }

    void add(GridChoice choice) {
        choices.add(choice);
    }

    /** Each control has a menu of its own, since it takes its menu along when it goes. */
    void attach(Control control) {
        Menu menu = new Menu(control);
        menu.addMenuListener(MenuListener.menuShownAdapter(event -> fill(menu)));
        control.setMenu(menu);
    }

    private void fill(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        int row = grid.selectedRow();
        for (GridAction action : actions) {
            List<Cell> cells = row < 0 ? List.of() : action.cells().apply(row);
            if (cells.isEmpty()) {
                item(menu, action.text(), () -> action.run().accept(row)).setEnabled(row >= 0 && action.possible().test(row));
            } else {
                Menu choice = below(menu, action.text());
                cells.forEach(cell -> item(choice, cell.text().replace("&", "&&"), cell.run())); //$NON-NLS-1$ //$NON-NLS-2$
            }
        }
        if (!actions.isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        item(menu, Messages.Grid_copy, grid::copy);
        item(menu, Messages.Grid_selectAll, grid::selectAll);
        if (grid.model() != null && grid.model().columns().size() <= MOST_COLUMNS) {
            offer(menu, new GridChoice(Messages.Grid_sortBy, () -> grid.model().columns().stream().map(GridColumn::title).toList(), grid::sortBy));
        }
        choices.forEach(choice -> offer(menu, choice));
    }

    /** Does what can be done with one cell of a row of the model. */
    void open(int row, int column) {
        actions.stream().flatMap(action -> action.cells().apply(row).stream()).filter(cell -> cell.column() == column).findFirst()
                .ifPresent(cell -> cell.run().run());
    }

    private static void offer(Menu menu, GridChoice choice) {
        List<String> ways = choice.ways().get();
        if (ways.isEmpty() || ways.size() > MOST_COLUMNS) {
            return;
        }
        Menu own = below(menu, choice.text());
        for (int i = 0; i < ways.size(); i++) {
            int way = i;
            item(own, ways.get(i).replace("&", "&&"), () -> choice.run().accept(way)); //$NON-NLS-1$ //$NON-NLS-2$
        }
    }

    private static Menu below(Menu menu, String text) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu choice = new Menu(item);
        item.setMenu(choice);
        return choice;
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }
}
