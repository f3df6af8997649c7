package org.orrery.ui.internal.help;

import java.util.Map;
import java.util.Optional;

/** Which page of the help is about which part or dialog. */
public final class HelpContexts {
    /** The page for whoever begins. */
    public static final String FIRST = "start"; //$NON-NLS-1$
    private static final Map<String, String> TOPICS = Map.ofEntries(Map.entry("org.orrery.ui.views.runs", "runs"), //$NON-NLS-1$ //$NON-NLS-2$
            Map.entry("org.orrery.ui.views.queue", "runs"), Map.entry("org.orrery.ui.views.analyses", "wizard"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.views.help", FIRST), Map.entry("org.orrery.ui.data.views.datasets", "data"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            Map.entry("org.orrery.ui.editors.run", "results"), Map.entry("org.orrery.ui.editors.compare", "compare"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.editors.recovery", "recovery"), Map.entry("org.orrery.ui.editors.welcome", FIRST), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            Map.entry("org.orrery.ui.data.editors.dataset", "data"), Map.entry("org.orrery.ui.data.editors.file", "data"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.wizards.run", "wizard"), Map.entry("org.orrery.ui.wizards.score", "score"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.dialogs.part", "runs"), Map.entry("org.orrery.ui.dialogs.nameModel", "score"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.views.models", "score"), //$NON-NLS-1$ //$NON-NLS-2$
            Map.entry("org.orrery.ui.dialogs.describe", "runs"), Map.entry("org.orrery.ui.data.wizards.import", "data"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.external.ui.editors.patterns", "programs"), Map.entry("org.orrery.external.ui.wizards.program", "programs"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.preferences.notifications", "preferences"), Map.entry("org.orrery.ui.preferences.retention", "preferences"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            Map.entry("org.orrery.ui.preferences.runs", "preferences")); //$NON-NLS-1$ //$NON-NLS-2$

    private HelpContexts() {
    }

    /** The page about the part or dialog of that id. */
    public static Optional<String> topic(String id) {
        return Optional.ofNullable(TOPICS.get(id));
    }
}
