package org.orrery.ui.data.internal.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.Column;
import org.orrery.data.DisplayText;
import org.orrery.data.Schema;
import org.orrery.ui.Accessibility;

/** Asks which columns are shown. */
final class ColumnsDialog extends TitleAreaDialog {
    private final Schema schema;
    private final Set<Integer> hidden;
    private CheckboxTableViewer viewer;
    private Text find;

    /** @param hidden the columns that are hidden now, as positions in the schema */
    ColumnsDialog(Shell parent, Schema schema, Set<Integer> hidden) {
        super(parent);
        this.schema = schema;
        this.hidden = new HashSet<>(hidden);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.ColumnsDialog_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.ColumnsDialog_title);
        setMessage(Messages.ColumnsDialog_text);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 8).spacing(6, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        find = new Text(area, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(Messages.ColumnsDialog_find);
        find.setData("orrery.id", "columns.find"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(find, Messages.ColumnsDialog_find);
        find.addModifyListener(event -> viewer.setInput(found()));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(find);
        button(area, "columns.all", Messages.ColumnsDialog_all, true); //$NON-NLS-1$
        button(area, "columns.none", Messages.ColumnsDialog_none, false); //$NON-NLS-1$
        viewer = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.V_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(LabelProvider.createTextProvider(column -> DisplayText.of(((Column) column).name())));
        viewer.setCheckStateProvider(new ICheckStateProvider() {
            @Override
            public boolean isChecked(Object column) {
                return !hidden.contains(schema.indexOf(((Column) column).name()));
            }

            @Override
            public boolean isGrayed(Object column) {
                return false;
            }
        });
        viewer.addCheckStateListener(event -> show(List.of((Column) event.getElement()), event.getChecked()));
        viewer.getTable().setData("orrery.id", "columns.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(viewer.getTable(), Messages.ColumnsDialog_title);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(380, 320).applyTo(viewer.getTable());
        viewer.setInput(found());
        return area;
    }

    private void button(Composite area, String id, String text, boolean shown) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(text);
        button.setData("orrery.id", id); //$NON-NLS-1$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show(found(), shown)));
    }

    private List<Column> found() {
        String part = find.getText().strip().toLowerCase(Locale.ROOT);
        return schema.columns().stream().filter(column -> column.name().toLowerCase(Locale.ROOT).contains(part)).toList();
    }

    private void show(List<Column> columns, boolean shown) {
        for (Column column : columns) {
            if (shown) {
                hidden.remove(schema.indexOf(column.name()));
            } else {
                hidden.add(schema.indexOf(column.name()));
            }
        }
        viewer.refresh();
        boolean some = hidden.size() < schema.size();
        setMessage(some ? Messages.ColumnsDialog_text : Messages.ColumnsDialog_one, some ? IMessageProvider.NONE : IMessageProvider.ERROR);
        getButton(OK).setEnabled(some);
    }

    /** The columns that are to be hidden, as positions in the schema. */
    Set<Integer> hidden() {
        return Set.copyOf(hidden);
    }
}
