package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.score.WhatIf;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Formats;
import org.orrery.ui.internal.score.KeptModel;

/** Asks the kept model about a row made up by hand: a field and a slider for each value, and what the model says while they move. */
final class TryPage implements RunPage {
    private static final int PAUSE_MS = 150;
    private static final int STEPS = 100;

    private record Field(WhatIf.Field of, Control control) {
        String value() {
            return control instanceof Text text ? text.getText() : ((Combo) control).getText();
        }
    }

    private final List<Field> fields = new ArrayList<>();
    private Composite stack;
    private EmptyHint hint;
    private SashForm sash;
    private Composite form;
    private Label said;
    private Table probabilities;
    private Table contributions;
    private WhatIf model;
    private boolean begun;
    private long asked;

    @Override
    public String id() {
        return "run.try"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.TryPage_title;
    }

    /** A model is kept once the run has refit it. */
    @Override
    public boolean fits(RunContent content) {
        return content.summary().state().ended() && content.stored().artifacts().stream().anyMatch(artifact -> artifact.id().startsWith("model.")); //$NON-NLS-1$
    }

    @Override
    public Control create(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.TryPage_loading);
        sash = new SashForm(stack, SWT.HORIZONTAL);
        ScrolledComposite scrolled = new ScrolledComposite(sash, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        form = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(8, 8).applyTo(form);
        scrolled.setContent(form);
        Composite answer = new Composite(sash, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(8, 8).applyTo(answer);
        said = new Label(answer, SWT.WRAP);
        said.setData("orrery.id", "run.try.said"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(said);
        probabilities = table(answer, "run.try.probabilities", Messages.TryPage_class, Messages.TryPage_probability); //$NON-NLS-1$
        contributions = table(answer, "run.try.contributions", Messages.TryPage_feature, Messages.TryPage_contribution); //$NON-NLS-1$
        sash.setWeights(50, 50);
        ((StackLayout) stack.getLayout()).topControl = hint;
        return stack;
    }

    private static Table table(Composite parent, String id, String first, String second) {
        Table table = new Table(parent, SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData("orrery.id", id); //$NON-NLS-1$
        Accessibility.name(table, second);
        for (String name : List.of(first, second)) {
            TableColumn column = new TableColumn(table, name.equals(second) ? SWT.RIGHT : SWT.LEFT);
            column.setText(name);
            column.setWidth(180);
        }
        GridDataFactory.fillDefaults().grab(true, true).hint(300, 80).applyTo(table);
        return table;
    }

    @Override
    public void show(RunContent content) {
        if (!begun) {
            begun = true;
            Background.load(stack, Messages.TryPage_loading, () -> {
                List<KeptModel> models = KeptModel.of(content.stored());
                return models.isEmpty() ? null : models.get(0).scorer().whatIf(models.get(0).artifact().path());
            }, this::build, failure -> hint.message(String.valueOf(failure.getMessage())));
        }
    }

    private void build(WhatIf loaded) {
        if (loaded == null) {
            hint.message(Messages.TryPage_none);
            return;
        }
        model = loaded;
        model.fields().forEach(this::field);
        form.setSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        ((StackLayout) stack.getLayout()).topControl = sash;
        stack.layout(true, true);
        ask();
    }

    private void field(WhatIf.Field of) {
        Label label = new Label(form, SWT.NONE);
        label.setText(of.name().replace("&", "&&") + ":"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        boolean number = of.high() > of.low() && (of.type().id().equals("integer") || of.type().id().equals("real") || of.type().id().equals("decimal")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        Control control;
        if (of.type().isText()) {
            Combo combo = new Combo(form, SWT.DROP_DOWN);
            combo.setItems(of.levels().toArray(String[]::new));
            combo.setText(of.typical().orElse("")); //$NON-NLS-1$
            combo.addListener(SWT.Modify, event -> changed());
            control = combo;
        } else {
            Text text = new Text(form, SWT.BORDER);
            text.setText(of.typical().orElse("")); //$NON-NLS-1$
            text.addListener(SWT.Modify, event -> changed());
            control = text;
        }
        control.setData("orrery.id", "run.try." + of.name()); //$NON-NLS-1$ //$NON-NLS-2$
        control.setToolTipText(NLS.bind(Messages.TryPage_tip, of.name()));
        Accessibility.name(control, of.name());
        GridDataFactory.fillDefaults().hint(140, SWT.DEFAULT).span(number ? 1 : 2, 1).align(number ? SWT.BEGINNING : SWT.FILL, SWT.CENTER).applyTo(control);
        if (number) {
            slider(of, (Text) control);
        }
        fields.add(new Field(of, control));
    }

    private void slider(WhatIf.Field of, Text text) {
        Scale scale = new Scale(form, SWT.HORIZONTAL);
        scale.setMaximum(STEPS);
        scale.setToolTipText(NLS.bind(Messages.TryPage_sliderTip, new Object[] {of.name(), Formats.number(of.low()), Formats.number(of.high())}));
        Accessibility.name(scale, of.name());
        of.typical().ifPresent(typical -> scale.setSelection((int) Math.round(STEPS * (Double.parseDouble(typical) - of.low()) / (of.high() - of.low()))));
        scale.addListener(SWT.Selection, event -> {
            double value = of.low() + (of.high() - of.low()) * scale.getSelection() / STEPS;
            text.setText(of.type().id().equals("integer") ? Long.toString(Math.round(value)) //$NON-NLS-1$
                    : String.format(Locale.ROOT, "%.4g", value)); //$NON-NLS-1$
        });
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(scale);
    }

    private void changed() {
        long number = ++asked;
        stack.getDisplay().timerExec(PAUSE_MS, () -> {
            if (number == asked && !stack.isDisposed()) {
                ask();
            }
        });
    }

    private void ask() {
        long number = ++asked;
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.of().name(), field.value()));
        Background.load(stack, Messages.TryPage_title, () -> model.predict(values), answer -> {
            if (number == asked) {
                show(answer);
            }
        }, failure -> {
            if (number == asked) {
                said.setText(String.valueOf(failure.getMessage()).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
                said.getParent().layout();
            }
        });
    }

    private void show(WhatIf.Prediction answer) {
        String sentence = NLS.bind(answer.contributions().isEmpty() ? Messages.TryPage_saidShort : Messages.TryPage_said,
                new Object[] {answer.predicted(), answer.explained(), Formats.share(answer.probabilities().get(answer.explained())),
                    answer.contributions().isEmpty() ? "" : Formats.share(answer.base())}); //$NON-NLS-1$
        String path = answer.path().isEmpty() ? "" : '\n' + NLS.bind(Messages.TryPage_path, String.join(", ", answer.path())); //$NON-NLS-1$ //$NON-NLS-2$
        said.setText((sentence + path).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        said.getParent().layout();
        probabilities.removeAll();
        answer.probabilities().forEach((label, probability) -> new TableItem(probabilities, SWT.NONE)
                .setText(new String[] {label, Formats.share(probability)}));
        contributions.removeAll();
        answer.contributions().entrySet().stream().sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())))
                .forEach(entry -> new TableItem(contributions, SWT.NONE).setText(new String[] {entry.getKey(), Formats.number(entry.getValue())}));
    }
}
