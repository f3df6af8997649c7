package org.orrery.app;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.orrery.ui.Accessibility;

/** The arrangements that were kept: one is opened, or deleted. */
final class LayoutsDialog extends Dialog {
    private static final int DELETE = IDialogConstants.CLIENT_ID;
    private static final int WIDTH = 320;
    private static final int LINES = 8;

    private final Layouts layouts;
    private List<IPerspectiveDescriptor> shown = List.of();
    private org.eclipse.swt.widgets.List list;

    LayoutsDialog(Shell parent, Layouts layouts) {
        super(parent);
        this.layouts = layouts;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.LayoutsDialog_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        new Label(area, SWT.NONE).setText(Messages.LayoutsDialog_text);
        list = new org.eclipse.swt.widgets.List(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        list.setData("orrery.id", "layouts.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.LayoutsDialog_text);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LINES * list.getItemHeight()).applyTo(list);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> enable()));
        list.addListener(SWT.MouseDoubleClick, event -> okPressed());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, DELETE, Messages.LayoutsDialog_delete, false);
        createButton(parent, OK, Messages.LayoutsDialog_open, true);
        createButton(parent, CANCEL, Messages.LayoutsDialog_cancel, false);
        fill();
    }

    private void fill() {
        shown = layouts.all();
        list.setItems(shown.stream().map(IPerspectiveDescriptor::getLabel).toArray(String[]::new));
        list.setSelection(shown.stream().map(IPerspectiveDescriptor::getId).toList().indexOf(layouts.current().getId()));
        enable();
    }

    private void enable() {
        Button delete = getButton(DELETE);
        delete.setEnabled(list.getSelectionIndex() >= 0 && layouts.own(shown.get(list.getSelectionIndex())));
        getButton(OK).setEnabled(list.getSelectionIndex() >= 0);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == DELETE) {
            layouts.delete(shown.get(list.getSelectionIndex()));
            fill();
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void okPressed() {
        if (list.getSelectionIndex() >= 0) {
            layouts.open(shown.get(list.getSelectionIndex()));
            super.okPressed();
        }
    }
}
