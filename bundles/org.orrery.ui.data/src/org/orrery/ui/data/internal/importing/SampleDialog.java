package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.samples.Sample;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Icons;
import org.orrery.ui.data.internal.datasets.DatasetsView;

/** Lets the user choose among the bundled data sets, with what each is about and its licence. */
final class SampleDialog extends TitleAreaDialog {
    private static final int WIDTH = 480;

    private final List<Sample> samples;
    private Table table;
    private Label about;
    private List<Sample> chosen = List.of();

    SampleDialog(Shell shell, List<Sample> samples) {
        super(shell);
        this.samples = samples;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.AddSampleHandler_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(area);
        setTitle(Messages.SampleDialog_title);
        setMessage(Messages.SampleDialog_message);
        table = new Table(area, SWT.MULTI | SWT.BORDER | SWT.FULL_SELECTION);
        table.setData("orrery.id", "samples.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.SampleDialog_title);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 140).applyTo(table);
        Icons icons = new Icons(table, DatasetsView.class);
        for (Sample sample : samples) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(sample.title());
            item.setImage(icons.get("samples")); //$NON-NLS-1$
            item.setData(sample);
        }
        about = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, 90).applyTo(about);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> okPressed()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.SampleDialog_add, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        table.select(0);
        show();
    }

    private void show() {
        List<Sample> selected = new ArrayList<>();
        for (TableItem item : table.getSelection()) {
            selected.add((Sample) item.getData());
        }
        chosen = List.copyOf(selected);
        about.setText(chosen.isEmpty() ? "" : NLS.bind(Messages.SampleDialog_about, new Object[] {chosen.get(0).description(), //$NON-NLS-1$
                chosen.get(0).target(), chosen.get(0).licence()}).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        getButton(IDialogConstants.OK_ID).setEnabled(!chosen.isEmpty());
    }

    List<Sample> chosen() {
        return chosen;
    }
}
