package org.orrery.ui.internal.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SampleAdvice;
import org.orrery.ui.Background;
import org.orrery.ui.internal.form.SettingsForm;

/** With which settings: the generated form, checked against the columns while the user types. */
final class SettingsPage extends WizardPage {
    private static final int LINES = 4;

    private final RunDraft draft;
    private final PreviousRuns previous;
    private final Optional<PreviousRuns.Found> cloned;
    private Label origin;
    private Composite area;
    private Text name;
    private Text seed;
    private Label loading;
    private Label explanation;
    private SettingsForm form;
    private SettingsCheck check;
    private AnalysisDescriptor shown;

    /** @param cloned the run that is done again with changes */
    SettingsPage(RunDraft draft, PreviousRuns previous, Optional<PreviousRuns.Found> cloned) {
        super("settings"); //$NON-NLS-1$
        this.draft = draft;
        this.previous = previous;
        this.cloned = cloned;
        setTitle(Messages.SettingsPage_title);
        setDescription(Messages.SettingsPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(620, 440).applyTo(area);
        createTop();
        loading = new Label(area, SWT.NONE);
        loading.setText(Messages.SettingsPage_loading);
        // The head of a wizard has room for two lines; a setting may need more to be explained.
        explanation = new Label(area, SWT.WRAP);
        explanation.setData("orrery.id", "wizard.explanation"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).hint(620, LINES * lineHeight()).applyTo(explanation);
        setControl(area);
    }

    private int lineHeight() {
        GC gc = new GC(area);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private void createTop() {
        Composite top = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 2).spacing(8, 0).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        new Label(top, SWT.NONE).setText(Messages.SettingsPage_name);
        name = new Text(top, SWT.BORDER);
        name.setData("orrery.id", "wizard.name"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        new Label(top, SWT.NONE).setText(Messages.SettingsPage_seed);
        seed = new Text(top, SWT.BORDER);
        seed.setText(Long.toString(RunRequest.DEFAULT_SEED));
        seed.setToolTipText(Messages.SettingsPage_seedTip);
        seed.setData("orrery.id", "wizard.seed"); //$NON-NLS-1$ //$NON-NLS-2$
        seed.addModifyListener(event -> validate());
        GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(seed);
        new PresetBar(top, previous.workspace(), () -> draft.analysis().map(AnalysisDescriptor::id), () -> form == null ? Map.of() : form.values(),
                this::take, this::reset);
        origin = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).exclude(true).applyTo(origin);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            draft.analysis().ifPresent(this::prepare);
        }
    }

    private void prepare(AnalysisDescriptor analysis) {
        setTitle(NLS.bind(Messages.SettingsPage_titleOf, analysis.name()));
        name.setMessage(draft.inputs().byName().values().stream().flatMap(datasets -> datasets.stream()).findFirst().map(Dataset::name)
                .map(dataset -> NLS.bind(Messages.SettingsPage_defaultName, analysis.name(), dataset)).orElse(analysis.name()));
        if (analysis == shown) {
            form.inputs(draft.inputs());
            validate();
            return;
        }
        String dataset = draft.inputs().byName().values().stream().flatMap(List::stream).findFirst().map(Dataset::name).orElse(""); //$NON-NLS-1$
        Background.load(area, Messages.SettingsPage_loading,
                () -> new Loaded(analysis.settings(), analysis.create(), cloned.or(() -> previous.last(analysis.id(), dataset))), loaded -> build(analysis, loaded), failure -> setErrorMessage(failure.getMessage()));
    }

    private record Loaded(SettingsSchema<?> schema, Analysis<?> analysis, Optional<PreviousRuns.Found> before) {
    }

    private void build(AnalysisDescriptor analysis, Loaded loaded) {
        shown = analysis;
        if (form != null) {
            form.control().dispose();
        }
        loading.dispose();
        check = new SettingsCheck(loaded.schema(), loaded.analysis());
        form = new SettingsForm(area, loaded.schema().settings(), this::validate);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form.control());
        form.help(this::help);
        explanation.moveBelow(form.control());
        form.levels(previous.levels());
        form.show(loaded.schema().defaults());
        form.inputs(draft.inputs());
        loaded.before().ifPresent(this::begin);
        area.layout(true, true);
        validate();
    }

    /** Begins where an earlier run was. */
    private void begin(PreviousRuns.Found before) {
        form.show(before.settings());
        boolean clone = cloned.isPresent();
        origin.setText(NLS.bind(clone ? Messages.SettingsPage_cloned : Messages.SettingsPage_last, before.run()));
        show(origin, true);
        if (clone) {
            seed.setText(Long.toString(before.seed()));
        }
    }

    private void take(Map<String, Object> values) {
        if (form != null) {
            form.show(check.defaults());
            form.show(merged(check.defaults(), values));
            show(origin, false);
            validate();
        }
    }

    private static Map<String, Object> merged(Map<String, Object> defaults, Map<String, Object> values) {
        Map<String, Object> merged = new LinkedHashMap<>(defaults);
        merged.putAll(values);
        return merged;
    }

    private void show(Label label, boolean shown) {
        ((org.eclipse.swt.layout.GridData) label.getLayoutData()).exclude = !shown;
        label.setVisible(shown);
        area.layout(true, true);
    }

    private void help(String text) {
        explanation.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private void reset() {
        if (form != null) {
            form.show(check.defaults());
            show(origin, false);
            seed.setText(Long.toString(RunRequest.DEFAULT_SEED));
            validate();
        }
    }

    private void validate() {
        if (form == null) {
            return;
        }
        SettingsCheck.Answer answer = check.check(form.values(), draft.inputs());
        form.problems(answer.incomplete() ? Map.of() : answer.errors());
        boolean seedFits = seed.getText().strip().matches("-?\\d{1,18}"); //$NON-NLS-1$
        String error = answer.errors().values().stream().findFirst().orElse(seedFits ? null : Messages.SettingsPage_badSeed);
        // What is still to be chosen is a request, not a reproach.
        setErrorMessage(answer.incomplete() && seedFits ? null : error);
        if (answer.incomplete()) {
            setMessage(Objects.requireNonNullElse(error, Messages.SettingsPage_description), IMessageProvider.INFORMATION);
        } else {
            setMessage(answer.warnings().stream().findFirst().orElse(Messages.SettingsPage_description),
                    answer.warnings().isEmpty() ? IMessageProvider.NONE : IMessageProvider.WARNING);
        }
        setPageComplete(error == null);
    }

    /** Asks for a sample of so many rows, or for all rows. */
    void sample(Optional<Long> rows) {
        form.show(SampleAdvice.with(form.values(), rows));
        validate();
    }

    /** Shows why the run was refused. */
    void refused(String message) {
        setErrorMessage(message);
    }

    RunRequest request() {
        Map<String, Object> values = form.values();
        String given = name.getText().strip();
        return new RunRequest(shown.id(), given.isEmpty() ? name.getMessage() : given, draft.inputs().byName(), values,
                Long.parseLong(seed.getText().strip()), 0);
    }

    /** Knows the defaults, and what a run would need; after the page was shown. */
    SettingsCheck check() {
        return check;
    }
}
