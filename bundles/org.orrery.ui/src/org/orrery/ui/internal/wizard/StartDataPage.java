package org.orrery.ui.internal.wizard;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.ui.DatasetList;

/** On which data, before it is known what shall be done with them. */
final class StartDataPage extends WizardPage {
    private static final InputDescriptor ANY = new InputDescriptor("data", Messages.StartDataPage_title, 1, 1); //$NON-NLS-1$

    private final RunDraft draft;
    private final DatasetList datasets;
    private InputField field;
    private Button without;

    StartDataPage(RunDraft draft, DatasetList datasets) {
        super("start"); //$NON-NLS-1$
        this.draft = draft;
        this.datasets = datasets;
        setTitle(Messages.StartDataPage_title);
        setDescription(Messages.StartDataPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(area);
        field = new InputField(area, ANY, datasets.datasets(), this::changed);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(field.control());
        field.control().addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> getContainer().showPage(getNextPage())));
        without = new Button(area, SWT.CHECK);
        without.setText(Messages.StartDataPage_without);
        without.setData("orrery.id", "wizard.without"); //$NON-NLS-1$ //$NON-NLS-2$
        without.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        draft.offered().ifPresent(field::choose);
        setControl(area);
        changed();
    }

    private void changed() {
        boolean none = without.getSelection();
        field.control().setEnabled(!none);
        draft.offer(none ? List.of() : field.chosen());
        setPageComplete(none || field.complete());
        setMessage(datasets.loaded() && datasets.datasets().isEmpty() && !none ? Messages.DatasetPage_none : Messages.StartDataPage_description);
    }
}
