package org.orrery.jobs.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.orrery.analysis.settings.Nearest;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the extension registry each time, so that bundles that come and go are seen; no class of theirs is loaded. */
@Component(service = AnalysisCatalog.class)
public final class RegistryAnalysisCatalog implements AnalysisCatalog {
    private static final String POINT = "org.orrery.jobs.analyses";
    private static final String ELEMENT = "analysis";
    private final IExtensionRegistry registry;

    /** Called by Declarative Services. */
    @Activate
    public RegistryAnalysisCatalog(@Reference IExtensionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        Map<String, AnalysisDescriptor> byId = new LinkedHashMap<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            if (!ELEMENT.equals(element.getName())) {
                continue;
            }
            try {
                RegistryAnalysisDescriptor descriptor = RegistryAnalysisDescriptor.of(element);
                if (byId.putIfAbsent(descriptor.id(), descriptor) != null) {
                    throw new IllegalArgumentException("there is another analysis " + descriptor.id());
                }
            } catch (IllegalArgumentException e) {
                ILog.of(RegistryAnalysisCatalog.class).error(
                        "An analysis of bundle " + element.getContributor().getName() + " is left out: " + e.getMessage(), e);
            }
        }
        List<AnalysisDescriptor> sorted = new ArrayList<>(byId.values());
        sorted.sort(Comparator.comparing(AnalysisDescriptor::category).thenComparing(AnalysisDescriptor::name));
        return List.copyOf(sorted);
    }

    @Override
    public AnalysisDescriptor find(String id) throws RunException {
        List<AnalysisDescriptor> all = analyses();
        for (AnalysisDescriptor descriptor : all) {
            if (descriptor.id().equals(id)) {
                return descriptor;
            }
        }
        String message = all.isEmpty() ? Messages.bind(Messages.RegistryAnalysisCatalog_none, id)
                : Nearest.hint(Messages.bind(Messages.RegistryAnalysisCatalog_unknown, id),
                        Nearest.of(id, all.stream().map(AnalysisDescriptor::id).toList()));
        throw new RunException(RunException.Code.UNKNOWN_ANALYSIS, message);
    }
}
