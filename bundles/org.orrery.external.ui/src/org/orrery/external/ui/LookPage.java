package org.orrery.external.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Problems;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;
import org.orrery.external.ExternalAnalysis;
import org.orrery.external.ExternalSettings;
import org.orrery.ui.Background;

/** The whole description for a last look, checked; it can be kept as a file. */
final class LookPage extends WizardPage {
    private final ProgramDraft draft;
    private final Programs programs;
    private Text text;

    LookPage(ProgramDraft draft, Programs programs) {
        super("look", Messages.LookPage_title, null); //$NON-NLS-1$
        this.draft = draft;
        this.programs = programs;
        setDescription(Messages.LookPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(body);
        Label label = new Label(body, SWT.NONE);
        label.setText(Messages.LookPage_text);
        text = new Text(body, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setData("orrery.id", "program.look"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 200).applyTo(text);
        Button save = new Button(body, SWT.PUSH);
        save.setText(Messages.LookPage_save);
        save.setData("orrery.id", "program.save"); //$NON-NLS-1$ //$NON-NLS-2$
        save.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> save()));
        setControl(body);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            text.setText(programs.text(draft.spec()));
            check();
        }
        super.setVisible(visible);
    }

    /** Looks at files of the description, so not on the user interface thread. */
    private void check() {
        setPageComplete(false);
        ProgramSpec spec = draft.spec();
        Optional<Dataset> dataset = draft.dataset();
        Background.load(text, getTitle(), () -> problems(spec, dataset), problems -> {
            setErrorMessage(problems.isEmpty() ? null : problems.get(0));
            setPageComplete(problems.isEmpty());
        }, failure -> setErrorMessage(failure.getMessage()));
    }

    private static List<String> problems(ProgramSpec spec, Optional<Dataset> dataset) {
        List<String> problems = new ArrayList<>();
        Optional<ExternalSettings> settings = SettingsSchema.of(ExternalSettings.class).bind(spec.settings(),
                (path, message) -> problems.add(message));
        Problems found = new Problems() {
            @Override
            public void error(AnalysisException.Code code, String setting, String message) {
                problems.add(message);
            }

            @Override
            public void warning(String setting, String message) {
                // Nothing that keeps the program from starting.
            }
        };
        settings.ifPresent(each -> new ExternalAnalysis().check(each, new InputSchemas(dataset
                .map(data -> Map.of("data", List.of(data))).orElse(Map.of())), found)); //$NON-NLS-1$
        return problems;
    }

    private void save() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.json"}); //$NON-NLS-1$
        dialog.setFileName((draft.name().isBlank() ? "program" : draft.name().strip().replaceAll("[^\\p{Alnum}._-]+", "-")) + ".json"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            ProgramSpec spec = draft.spec();
            Background.load(text, getTitle(), () -> {
                programs.write(spec, Path.of(file));
                return file;
            }, done -> setMessage(NLS.bind(Messages.LookPage_saved, done), INFORMATION), failure -> setErrorMessage(failure.getMessage()));
        }
    }
}
