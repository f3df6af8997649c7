package org.orrery.ui.data.internal.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.orrery.data.Sheet;

/** Which sheet of a workbook is read. A file of one sheet leaves no choice, and none is shown. */
final class SheetChoice {
    private final Label label;
    private final Combo combo;

    /** Takes two columns of a grid. {@code chosen} hears the name of another sheet. */
    SheetChoice(Composite parent, Consumer<String> chosen) {
        label = new Label(parent, SWT.NONE);
        label.setText(Messages.ImportPage_sheet);
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setData("orrery.id", "import.sheet"); //$NON-NLS-1$ //$NON-NLS-2$
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.accept(combo.getText())));
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).applyTo(combo);
        show(List.of(), Optional.empty());
    }

    /** Offers those sheets. */
    void show(List<Sheet> sheets, Optional<String> said) {
        boolean some = sheets.size() > 1;
        combo.setItems(sheets.stream().map(Sheet::name).toArray(String[]::new));
        label.setVisible(some);
        combo.setVisible(some);
        if (some) {
            combo.select(Math.max(0, combo.indexOf(said.orElse(sheets.get(0).name()))));
        }
        combo.getParent().layout();
    }

    /** Selects the sheet that is read. */
    void read(String name) {
        int index = combo.indexOf(name);
        if (index >= 0) {
            combo.select(index);
        }
    }
}
