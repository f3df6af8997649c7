package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.ui.DatasetList;

/** On which data. */
final class DatasetPage extends WizardPage {
    private final RunDraft draft;
    private final DatasetList datasets;
    private final List<InputField> fields = new ArrayList<>();
    private Composite area;
    private AnalysisDescriptor shown;

    DatasetPage(RunDraft draft, DatasetList datasets) {
        super("dataset"); //$NON-NLS-1$
        this.draft = draft;
        this.datasets = datasets;
        setTitle(Messages.DatasetPage_title);
        setDescription(Messages.DatasetPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(area);
        setControl(area);
        draft.analysis().ifPresent(this::build);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            draft.analysis().filter(analysis -> analysis != shown).ifPresent(this::build);
        }
        super.setVisible(visible);
    }

    private void build(AnalysisDescriptor analysis) {
        shown = analysis;
        fields.clear();
        for (Control child : area.getChildren()) {
            child.dispose();
        }
        setTitle(NLS.bind(Messages.DatasetPage_titleOf, analysis.name()));
        for (InputDescriptor input : analysis.inputs()) {
            Label label = new Label(area, SWT.NONE);
            label.setText(input.min() == 0 ? NLS.bind(Messages.DatasetPage_optional, input.label()) : input.label() + ':');
            InputField field = new InputField(area, input, datasets.datasets(), this::changed);
            GridDataFactory.fillDefaults().grab(true, true).hint(520, 180).applyTo(field.control());
            fields.add(field);
        }
        if (!fields.isEmpty()) {
            draft.offered().ifPresent(fields.get(0)::choose);
        }
        area.layout(true, true);
        changed();
    }

    private void changed() {
        for (InputField field : fields) {
            draft.input(field.input().name(), field.chosen());
        }
        boolean complete = fields.stream().allMatch(InputField::complete);
        setPageComplete(complete);
        setErrorMessage(datasets.loaded() && datasets.datasets().isEmpty() && !fields.isEmpty() ? Messages.DatasetPage_none : null);
    }
}
