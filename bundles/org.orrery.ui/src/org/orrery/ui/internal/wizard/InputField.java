package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;

/** The data sets for one input: one chosen by selection, several by check marks. */
final class InputField {
    private final InputDescriptor input;
    private final Table table;
    private final boolean several;

    InputField(Composite parent, InputDescriptor input, List<Dataset> datasets, Runnable changed) {
        this.input = input;
        this.several = input.max() != 1 || input.min() == 0;
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | (several ? SWT.CHECK : SWT.NONE));
        table.setHeaderVisible(true);
        table.setData("orrery.id", "wizard.input." + input.name()); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, input.label());
        column(Messages.InputField_name, 320, SWT.LEFT);
        column(Messages.InputField_rows, 110, SWT.RIGHT);
        column(Messages.InputField_columns, 100, SWT.RIGHT);
        // Else the last column takes what is left over, and its figures stand far from their rows.
        column("", 0, SWT.LEFT); //$NON-NLS-1$
        Icons icons = new Icons(table, RunTexts.class);
        for (Dataset dataset : datasets) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {dataset.name(), Formats.count(dataset.rows()), Formats.count(dataset.schema().size())});
            item.setImage(icons.get("dataset")); //$NON-NLS-1$
            item.setData(dataset);
        }
        if (!several && datasets.size() == 1) {
            table.select(0);
        }
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    InputDescriptor input() {
        return input;
    }

    Table control() {
        return table;
    }

    void choose(Dataset dataset) {
        for (TableItem item : table.getItems()) {
            if (((Dataset) item.getData()).name().equals(dataset.name())) {
                if (several) {
                    item.setChecked(true);
                } else {
                    table.setSelection(item);
                }
            }
        }
    }

    List<Dataset> chosen() {
        List<Dataset> chosen = new ArrayList<>();
        for (TableItem item : several ? table.getItems() : table.getSelection()) {
            if (!several || item.getChecked()) {
                chosen.add((Dataset) item.getData());
            }
        }
        return chosen;
    }

    boolean complete() {
        int count = chosen().size();
        return count >= input.min() && (input.max() < 0 || count <= input.max());
    }
}
