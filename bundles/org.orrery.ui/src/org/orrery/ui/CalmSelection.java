package org.orrery.ui;

import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataToClipboardCommand;
import org.eclipse.nebula.widgets.nattable.layer.IUniqueIndexLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;

/**
 * The selection in a table of millions of rows. The one of the library asks for every row whether it is selected whenever the table changes,
 * which takes seconds, and copies on the user interface thread. This one does neither: whoever changes the rows clears it.
 */
public final class CalmSelection {
    private CalmSelection() {
    }

    /**
     * A layer of selected cells.
     *
     * @param below where the cells come from
     * @param usual whether it brings the keys and the mouse of the library
     */
    public static SelectionLayer over(IUniqueIndexLayer below, boolean usual) {
        SelectionLayer selection = new SelectionLayer(below, usual);
        if (selection.getSelectionModel() instanceof SelectionModel model) {
            model.setClearSelectionOnChange(false);
        }
        selection.unregisterCommandHandler(CopyDataToClipboardCommand.class);
        below.addLayerListener(event -> {
            // Columns that come, go or move would leave others selected.
            if (event instanceof IStructuralChangeEvent change && change.isHorizontalStructureChanged() && !change.isVerticalStructureChanged()) {
                selection.clear();
            }
        });
        return selection;
    }
}
