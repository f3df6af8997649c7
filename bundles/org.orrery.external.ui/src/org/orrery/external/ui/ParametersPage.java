package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.external.Variable;
import org.orrery.ui.Accessibility;

/** The values that the command refers to. */
final class ParametersPage extends WizardPage {
    private final ProgramDraft draft;
    private final List<Row> rows = new ArrayList<>();
    private ScrolledComposite scrolled;
    private Composite table;

    private record Row(Text name, Text value) {
    }

    ParametersPage(ProgramDraft draft) {
        super("parameters", Messages.ParametersPage_title, null); //$NON-NLS-1$
        this.draft = draft;
        setDescription(Messages.ParametersPage_description);
        draft.onTaken(this::show);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(body);
        scrolled = new ScrolledComposite(body, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scrolled);
        table = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(table);
        scrolled.setContent(table);
        Button add = new Button(body, SWT.PUSH);
        add.setText(Messages.ParametersPage_add);
        add.setData("orrery.id", "program.parameter.add"); //$NON-NLS-1$ //$NON-NLS-2$
        add.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            row(new Variable("", "")); //$NON-NLS-1$ //$NON-NLS-2$
            resize();
        }));
        setControl(body);
        show();
    }

    private void show() {
        if (table == null) {
            return;
        }
        rows.clear();
        for (Control each : table.getChildren()) {
            each.dispose();
        }
        new Label(table, SWT.NONE).setText(Messages.ParametersPage_name);
        new Label(table, SWT.NONE).setText(Messages.ParametersPage_value);
        draft.parameters().forEach(this::row);
        resize();
    }

    private void row(Variable variable) {
        Row row = new Row(new Text(table, SWT.BORDER), new Text(table, SWT.BORDER));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).applyTo(row.name());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row.value());
        row.name().setText(variable.name());
        row.value().setText(variable.value());
        row.value().setData("orrery.id", "program.parameter." + variable.name()); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(row.name(), Messages.ParametersPage_name);
        Accessibility.name(row.value(), variable.name().isEmpty() ? Messages.ParametersPage_value : variable.name());
        row.name().addModifyListener(event -> keep());
        row.value().addModifyListener(event -> keep());
        rows.add(row);
    }

    private void keep() {
        draft.parameters(rows.stream().filter(row -> !row.name().getText().isBlank())
                .map(row -> new Variable(row.name().getText().strip(), row.value().getText())).toList());
    }

    private void resize() {
        table.layout();
        scrolled.setMinSize(table.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }
}
