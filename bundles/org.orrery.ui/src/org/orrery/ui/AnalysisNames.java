package org.orrery.ui;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.orrery.analysis.Names;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What users read for the words of each analysis, asked for once: the one way from an id to its name. Thread-safe. */
@Component(service = AnalysisNames.class)
public final class AnalysisNames {
    private final AnalysisCatalog catalog;
    private final Map<String, Names> known = new ConcurrentHashMap<>();

    /** Asks the analyses of that catalogue. */
    @Activate
    public AnalysisNames(@Reference AnalysisCatalog catalog) {
        this.catalog = catalog;
    }

    /** The names of that analysis; none when it is not installed. May load its classes: never on the user interface thread. */
    public Names of(String analysis) {
        return known.computeIfAbsent(analysis, catalog::names);
    }

    /** The same when it has been asked for before; empty otherwise. On any thread. */
    public Optional<Names> known(String analysis) {
        return Optional.ofNullable(known.get(analysis));
    }

    /** What that analysis is called: its id when it is not installed. On any thread; no class is loaded. */
    public String title(String analysis) {
        return catalog.analyses().stream().filter(one -> one.id().equals(analysis)).map(AnalysisDescriptor::name).findFirst().orElse(analysis);
    }
}
