package org.orrery.ui.internal.runs;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Help;

/** Which part of a run at work, and what is to become of it: so much more time, or none. */
final class PartDialog extends TitleAreaDialog {
    private static final int WIDTH = 360;
    private static final int ROWS = 8;
    private static final List<Duration> TIMES = List.of(Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ZERO);
    private final RunSummary run;
    private final List<String> parts;
    private final List<String> names;
    private org.eclipse.swt.widgets.List list;
    private String part;
    private Duration time = TIMES.get(0);

    /** @param parts what is read for each part, by its id */
    PartDialog(Shell shell, RunSummary run, Map<String, String> parts) {
        super(shell);
        this.run = run;
        this.parts = List.copyOf(parts.keySet());
        this.names = List.copyOf(parts.values());
        this.part = this.parts.get(0);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.PartDialog_title);
        Help.attach(shell, "org.orrery.ui.dialogs.part"); //$NON-NLS-1$
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.DescribeRunDialog_titleOf, run.id(), run.name()));
        setMessage(Messages.PartDialog_message);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(10, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.PartDialog_part);
        list = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        list.setItems(names.toArray(String[]::new));
        list.select(0);
        list.setData("orrery.id", "part.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.PartDialog_part);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, list.getItemHeight() * Math.min(ROWS, parts.size() + 1)).applyTo(list);
        List<String> words = List.of(Messages.PartDialog_two, Messages.PartDialog_ten, Messages.PartDialog_skip);
        for (int i = 0; i < words.size(); i++) {
            Duration own = TIMES.get(i);
            Button button = new Button(area, SWT.RADIO);
            button.setText(words.get(i));
            button.setSelection(i == 0);
            button.setData("orrery.id", "part.choice" + i); //$NON-NLS-1$ //$NON-NLS-2$
            button.addListener(SWT.Selection, event -> time = button.getSelection() ? own : time);
        }
        return area;
    }

    @Override
    protected void okPressed() {
        part = parts.get(Math.max(0, list.getSelectionIndex()));
        super.okPressed();
    }

    String part() {
        return part;
    }

    /** How long it may go on from now; zero when it is to be skipped. */
    Duration time() {
        return time;
    }
}
