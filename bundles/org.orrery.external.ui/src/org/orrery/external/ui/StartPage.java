package org.orrery.external.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.data.Dataset;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/** The data set, and the description to begin with: one that comes with Orrery, or a file. */
final class StartPage extends WizardPage {
    private final ProgramDraft draft;
    private final Programs programs;
    private final DatasetList datasets;
    private Combo data;
    private Label taken;

    StartPage(ProgramDraft draft, Programs programs, DatasetList datasets) {
        super("start", Messages.StartPage_title, null); //$NON-NLS-1$
        this.draft = draft;
        this.programs = programs;
        this.datasets = datasets;
        setDescription(Messages.StartPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(8, 10).applyTo(body);
        new Label(body, SWT.NONE).setText(Messages.StartPage_data);
        data = new Combo(body, SWT.READ_ONLY);
        data.setData("orrery.id", "program.data"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(data);
        List<String> names = new ArrayList<>(List.of(Messages.StartPage_noData));
        datasets.datasets().forEach(dataset -> names.add(dataset.name()));
        data.setItems(names.toArray(String[]::new));
        data.select(Math.max(0, draft.dataset().map(dataset -> names.indexOf(dataset.name())).orElse(0)));
        data.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> draft.dataset(chosen())));
        Label from = new Label(body, SWT.NONE);
        from.setText(Messages.StartPage_from);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 12).applyTo(from);
        for (String preset : programs.presets()) {
            Button button = new Button(body, SWT.RADIO);
            button.setText(title(preset));
            button.setData("orrery.id", "program.preset." + preset); //$NON-NLS-1$ //$NON-NLS-2$
            GridDataFactory.fillDefaults().span(2, 1).indent(12, 0).applyTo(button);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (button.getSelection()) {
                    take(() -> programs.preset(preset));
                }
            }));
        }
        Button file = new Button(body, SWT.PUSH);
        file.setText(Messages.StartPage_open);
        file.setData("orrery.id", "program.open"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.swtDefaults().span(2, 1).indent(12, 6).applyTo(file);
        file.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open()));
        taken = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 12).applyTo(taken);
        setControl(body);
    }

    private static String title(String preset) {
        return switch (preset) {
            case "rave" -> Messages.StartPage_rave; //$NON-NLS-1$
            case "ctgan" -> Messages.StartPage_gan; //$NON-NLS-1$
            case "key-value" -> Messages.StartPage_script; //$NON-NLS-1$
            default -> preset;
        };
    }

    private Optional<Dataset> chosen() {
        return data.getSelectionIndex() <= 0 ? Optional.empty() : datasets.find(data.getText());
    }

    private void open() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.json", "*"}); //$NON-NLS-1$ //$NON-NLS-2$
        String file = dialog.open();
        if (file != null) {
            take(() -> programs.read(Path.of(file)));
        }
    }

    private void take(Callable<ProgramSpec> source) {
        Background.load(getControl(), getTitle(), source, spec -> {
            draft.take(spec);
            taken.setText(NLS.bind(Messages.StartPage_taken, spec.name(), String.join(" ", spec.settings() //$NON-NLS-1$
                    .get("command") instanceof List<?> words ? words.stream().limit(2).map(String::valueOf).toList() : List.of()))); //$NON-NLS-1$
            taken.getParent().layout();
            setErrorMessage(null);
            setPageComplete(true);
        }, failure -> {
            setErrorMessage(failure.getMessage());
            setPageComplete(false);
        });
    }
}
