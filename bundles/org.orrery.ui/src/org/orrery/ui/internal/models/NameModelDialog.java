package org.orrery.ui.internal.models;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Help;

/** Asks which name the model of a run gets, and which stage. */
final class NameModelDialog extends TitleAreaDialog {
    private static final int WIDTH = 320;

    private final RunSummary run;
    private final List<String> models;
    private final List<String> names;
    private Combo modelField;
    private Combo nameField;
    private Combo stageField;
    private int model;
    private String name = ""; //$NON-NLS-1$
    private String stage = ""; //$NON-NLS-1$

    /**
     * @param models what people read for the models of the run, at least one
     * @param names those that are known
     */
    NameModelDialog(Shell shell, RunSummary run, List<String> models, List<String> names) {
        super(shell);
        this.run = run;
        this.models = models;
        this.names = names;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.NameModelDialog_title);
        Help.attach(shell, "org.orrery.ui.dialogs.nameModel"); //$NON-NLS-1$
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.NameModelDialog_titleOf, run.id(), run.name()));
        setMessage(Messages.NameModelDialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        modelField = combo(area, Messages.NameModelDialog_model, "nameModel.model", SWT.READ_ONLY, models); //$NON-NLS-1$
        modelField.select(0);
        modelField.setEnabled(models.size() > 1);
        nameField = combo(area, Messages.NameModelDialog_name, "nameModel.name", SWT.NONE, names); //$NON-NLS-1$
        stageField = combo(area, Messages.NameModelDialog_stage, "nameModel.stage", SWT.NONE, List.of("", ModelVersion.PRODUCTION)); //$NON-NLS-1$ //$NON-NLS-2$
        stageField.setToolTipText(Messages.NameModelDialog_stageHint);
        nameField.addListener(SWT.Modify, event -> validate());
        stageField.addListener(SWT.Modify, event -> validate());
        nameField.setFocus();
        return area;
    }

    private static Combo combo(Composite area, String label, String id, int style, List<String> items) {
        new Label(area, SWT.NONE).setText(label);
        Combo combo = new Combo(area, style);
        combo.setItems(items.toArray(String[]::new));
        combo.setData("orrery.id", id); //$NON-NLS-1$
        Accessibility.name(combo, label);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    private void validate() {
        String word = stageField.getText().strip();
        Optional<String> wrong = (nameField.getText().isBlank() ? Optional.<String>empty() : ModelRegistry.wrongName(nameField.getText().strip()))
                .or(() -> word.isEmpty() ? Optional.empty() : ModelRegistry.wrongStage(word));
        setErrorMessage(wrong.orElse(null));
        getButton(IDialogConstants.OK_ID).setEnabled(wrong.isEmpty() && !nameField.getText().isBlank());
    }

    @Override
    protected void okPressed() {
        model = modelField.getSelectionIndex();
        name = nameField.getText().strip();
        stage = stageField.getText().strip();
        super.okPressed();
    }

    /** Which of the models. */
    int model() {
        return model;
    }

    String name() {
        return name;
    }

    Optional<String> stage() {
        return Optional.of(stage).filter(word -> !word.isEmpty());
    }
}
