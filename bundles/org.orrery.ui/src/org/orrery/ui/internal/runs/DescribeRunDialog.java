package org.orrery.ui.internal.runs;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Help;

/** What the user has to say about a run. */
final class DescribeRunDialog extends TitleAreaDialog {
    private static final int NOTE_LIMIT = 4000;
    private static final int NOTE_HEIGHT = 140;
    private static final int WIDTH = 440;

    private final RunSummary run;
    private Text tagField;
    private Text noteField;
    private List<String> tags = List.of();
    private String note = ""; //$NON-NLS-1$

    DescribeRunDialog(Shell shell, RunSummary run) {
        super(shell);
        this.run = run;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.DescribeRunDialog_title);
        Help.attach(shell, "org.orrery.ui.dialogs.describe"); //$NON-NLS-1$
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.DescribeRunDialog_titleOf, run.id(), run.name()));
        setMessage(Messages.DescribeRunDialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.DescribeRunDialog_tags);
        tagField = new Text(area, SWT.BORDER);
        tagField.setText(String.join(", ", run.tags())); //$NON-NLS-1$
        tagField.setMessage(Messages.DescribeRunDialog_tagsHint);
        tagField.setData("orrery.id", "describe.tags"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(tagField, Messages.DescribeRunDialog_tags);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(tagField);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.DescribeRunDialog_note);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
        noteField = new Text(area, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        noteField.setTextLimit(NOTE_LIMIT);
        noteField.setText(run.note());
        noteField.setData("orrery.id", "describe.note"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(noteField, Messages.DescribeRunDialog_note);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, NOTE_HEIGHT).applyTo(noteField);
        return area;
    }

    @Override
    protected void okPressed() {
        tags = Arrays.stream(tagField.getText().split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList(); //$NON-NLS-1$
        note = noteField.getText().strip();
        super.okPressed();
    }

    List<String> tags() {
        return tags;
    }

    String note() {
        return note;
    }
}
