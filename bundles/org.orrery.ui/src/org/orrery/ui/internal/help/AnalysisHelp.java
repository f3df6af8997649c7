package org.orrery.ui.internal.help;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.OutputDescriptor;
import org.orrery.jobs.RunException;

/** The page of the help that an analysis writes by describing itself: what it does, its settings, its results. */
public final class AnalysisHelp {
    private static final String PREFIX = "analysis."; //$NON-NLS-1$

    private AnalysisHelp() {
    }

    /** The id of its page. */
    public static String topic(AnalysisDescriptor analysis) {
        return PREFIX + analysis.id();
    }

    /** The pages of these analyses. Loads their settings: never on the user interface thread. */
    static List<HelpTopic> of(List<AnalysisDescriptor> analyses) {
        return analyses.stream().map(AnalysisHelp::page).toList();
    }

    private static HelpTopic page(AnalysisDescriptor analysis) {
        List<String> lines = new ArrayList<>(List.of(analysis.description()));
        try {
            lines.add("# " + Messages.AnalysisHelp_settings); //$NON-NLS-1$
            settings(lines, "", analysis.settings().settings()); //$NON-NLS-1$
        } catch (RunException e) {
            // Its bundle is broken; the rest of the page still helps.
            ILog.of(AnalysisHelp.class).warn(e.getMessage(), e);
        }
        outputs(lines, Messages.AnalysisHelp_tables, analysis.tables());
        outputs(lines, Messages.AnalysisHelp_figures, analysis.figures());
        return new HelpTopic(topic(analysis), NLS.bind(Messages.AnalysisHelp_title, analysis.name()), String.join("\n", lines)); //$NON-NLS-1$
    }

    private static void settings(List<String> lines, String group, List<SettingDescriptor> level) {
        for (SettingDescriptor setting : level) {
            lines.add("* " + NLS.bind(Messages.AnalysisHelp_line, group + setting.label(), setting.help())); //$NON-NLS-1$
            if (setting.kind() == Kind.GROUP) {
                settings(lines, group + setting.label() + " › ", setting.nested()); //$NON-NLS-1$
            }
        }
    }

    private static void outputs(List<String> lines, String title, List<OutputDescriptor> outputs) {
        if (!outputs.isEmpty()) {
            lines.add("# " + title); //$NON-NLS-1$
            outputs.forEach(output -> lines.add("* " + NLS.bind(Messages.AnalysisHelp_line, output.id(), output.description()))); //$NON-NLS-1$
        }
    }
}
