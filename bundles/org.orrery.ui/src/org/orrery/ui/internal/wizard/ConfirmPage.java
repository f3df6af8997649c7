package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunForecasts;
import org.orrery.jobs.RunRequest;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.result.LinesModel;

/** What will be run, in a few lines, before it is run. */
final class ConfirmPage extends WizardPage {
    private final RunDraft draft;
    private final SettingsPage settings;
    private final RunList runs;
    private Grid grid;
    private SampleBar sample;

    ConfirmPage(RunDraft draft, SettingsPage settings, RunList runs) {
        super("confirm"); //$NON-NLS-1$
        this.draft = draft;
        this.settings = settings;
        this.runs = runs;
        setTitle(Messages.ConfirmPage_title);
        setDescription(Messages.ConfirmPage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(area);
        sample = new SampleBar(area, runs.workspace().memory(), rows -> {
            settings.sample(rows);
            present();
        });
        grid = new Grid(area, "wizard.confirm", Messages.ConfirmPage_title); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        setControl(area);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            present();
            int before = runs.active().size();
            setMessage(before == 0 ? Messages.ConfirmPage_description : NLS.bind(Messages.ConfirmPage_waits, before));
        }
    }

    private void present() {
        RunRequest request = settings.request();
        List<List<String>> lines = lines(request);
        show(lines);
        draft.analysis().ifPresent(analysis -> sample.show(analysis, request));
        foretell(request, lines);
    }

    private void show(List<List<String>> lines) {
        grid.show(new LinesModel(List.of(Messages.ConfirmPage_what, Messages.ConfirmPage_value), lines));
    }

    /** Earlier runs are read in the background; their answer comes after the other lines. */
    private void foretell(RunRequest request, List<List<String>> lines) {
        draft.analysis().ifPresent(analysis -> Background.load(grid.control(), Messages.ConfirmPage_foretelling,
                () -> new RunForecasts(runs.workspace().folders(), runs.runs()).of(analysis, request.settings(), request.inputs()),
                forecast -> forecast.filter(any -> request.equals(settings.request())).ifPresent(found -> {
                    List<List<String>> more = new ArrayList<>(lines);
                    more.addAll(ForecastLines.of(found));
                    show(more);
                })));
    }

    private List<List<String>> lines(RunRequest request) {
        List<List<String>> lines = new ArrayList<>();
        draft.analysis().ifPresent(analysis -> lines.add(List.of(Messages.ConfirmPage_analysis, analysis.name())));
        request.inputs().forEach((name, datasets) -> datasets.forEach(dataset -> lines.add(List.of(Messages.ConfirmPage_data, describe(dataset)))));
        lines.add(List.of(Messages.ConfirmPage_name, request.name()));
        lines.add(List.of(Messages.ConfirmPage_seed, Long.toString(request.seed())));
        Estimate estimate = settings.check().estimate(request.settings(), draft.inputs());
        if (estimate.seconds() >= 0) {
            lines.add(List.of(Messages.ConfirmPage_seconds, NLS.bind(Messages.ConfirmPage_about, Formats.seconds(estimate.seconds()))));
        }
        if (estimate.heapBytes() >= 0) {
            lines.add(List.of(Messages.ConfirmPage_heap, NLS.bind(Messages.ConfirmPage_about, Formats.bytes(estimate.heapBytes()))));
        }
        int common = lines.size();
        changes(lines, "", settings.check().settings(), settings.check().defaults(), request.settings()); //$NON-NLS-1$
        if (lines.size() == common) {
            lines.add(List.of(Messages.ConfirmPage_settings, Messages.ConfirmPage_defaults));
        }
        return lines;
    }

    private static String describe(Dataset dataset) {
        return NLS.bind(Messages.ConfirmPage_dataset, new Object[] {dataset.name(), Formats.count(dataset.rows()), dataset.schema().size()});
    }

    /** The settings that are not at their defaults. */
    private static void changes(List<List<String>> lines, String prefix, List<SettingDescriptor> level, Map<?, ?> defaults, Map<?, ?> values) {
        for (SettingDescriptor setting : level) {
            Object value = values.get(setting.name());
            Object standard = defaults.get(setting.name());
            if (value instanceof Map<?, ?> inner) {
                changes(lines, prefix + setting.label() + " › ", setting.nested(), standard instanceof Map<?, ?> map ? map : Map.of(), inner); //$NON-NLS-1$
            } else if (value != null && !empty(value) && !Objects.toString(value).equals(Objects.toString(standard))) {
                lines.add(List.of(prefix + setting.label(), text(setting, value)));
            }
        }
    }

    private static boolean empty(Object value) {
        return value instanceof List<?> list && list.isEmpty();
    }

    private static String text(SettingDescriptor setting, Object value) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(one -> text(setting, one)).toList()); //$NON-NLS-1$
        }
        return setting.choices().stream().filter(choice -> choice.id().equals(value)).map(SettingDescriptor.Choice::label).findFirst()
                .orElse(Objects.toString(value));
    }
}
