package org.orrery.external.ui;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which program, where, and how its metrics are read. */
final class ConfigurationPage extends WizardPage {
    private final ProgramDraft draft;
    private Text name;
    private Text command;
    private Text directory;
    private Text metrics;
    private Text artifacts;
    private boolean showing;

    ConfigurationPage(ProgramDraft draft) {
        super("configuration", Messages.ConfigurationPage_title, null); //$NON-NLS-1$
        this.draft = draft;
        setDescription(Messages.ConfigurationPage_description);
        draft.onTaken(this::show);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 8).applyTo(body);
        name = line(body, Messages.ConfigurationPage_name, "program.name", 2); //$NON-NLS-1$
        directory = line(body, Messages.ConfigurationPage_directory, "program.directory", 1); //$NON-NLS-1$
        Button browse = new Button(body, SWT.PUSH);
        browse.setText(Messages.ConfigurationPage_browse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            String chosen = new DirectoryDialog(getShell()).open();
            if (chosen != null) {
                directory.setText(chosen);
            }
        }));
        command = lines(body, Messages.ConfigurationPage_command, "program.command", 7); //$NON-NLS-1$
        metrics = lines(body, Messages.ConfigurationPage_metrics, "program.metrics", 4); //$NON-NLS-1$
        artifacts = lines(body, Messages.ConfigurationPage_artifacts, "program.artifacts", 2); //$NON-NLS-1$
        setControl(body);
        show();
    }

    private Text line(Composite body, String label, String id, int span) {
        new Label(body, SWT.NONE).setText(label);
        Text text = new Text(body, SWT.BORDER);
        text.setData("orrery.id", id); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(text);
        text.addModifyListener(changed());
        return text;
    }

    private Text lines(Composite body, String label, String id, int count) {
        Label above = new Label(body, SWT.WRAP);
        above.setText(label);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(above);
        Text text = new Text(body, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setData("orrery.id", id); //$NON-NLS-1$
        text.setFont(JFaceResources.getTextFont());
        GridData data = GridDataFactory.fillDefaults().grab(true, true).span(3, 1).create();
        data.heightHint = count * text.getLineHeight();
        text.setLayoutData(data);
        text.addModifyListener(changed());
        return text;
    }

    private ModifyListener changed() {
        return event -> {
            if (!showing) {
                draft.name(name.getText());
                draft.put("workingDirectory", directory.getText().strip()); //$NON-NLS-1$
                draft.put("command", Words.of(command.getText())); //$NON-NLS-1$
                draft.put("artifacts", nonBlank(artifacts.getText())); //$NON-NLS-1$
                draft.metrics(SourceLines.plain(metrics.getText()));
            }
            setPageComplete(!draft.command().isEmpty());
        };
    }

    private static List<String> nonBlank(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList(); //$NON-NLS-1$
    }

    private void show() {
        if (name == null) {
            return;
        }
        showing = true;
        name.setText(draft.name());
        directory.setText(draft.text("workingDirectory")); //$NON-NLS-1$
        command.setText(Words.text(draft.command()));
        metrics.setText(SourceLines.text(draft.metrics()));
        artifacts.setText(draft.settings().get("artifacts") instanceof List<?> list //$NON-NLS-1$
                ? String.join(System.lineSeparator(), list.stream().map(String::valueOf).toList()) : ""); //$NON-NLS-1$
        showing = false;
        setPageComplete(!draft.command().isEmpty());
    }
}
