package org.orrery.testkit.internal.stage;

import java.util.Collection;
import java.util.List;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.testkit.Conformance;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * An analysis that no plugin.xml describes.
 *
 * @param subject its classes
 * @param inputs its inputs
 */
public record ClassDescriptor(Conformance.Unregistered subject, List<InputDescriptor> inputs) implements AnalysisDescriptor {
    /** Inputs of these names that take any number of data sets. */
    public static List<InputDescriptor> inputs(Collection<String> names) {
        return names.stream().sorted().map(name -> new InputDescriptor(name, name, 0, -1)).toList();
    }

    @Override
    public String id() {
        return subject.analysis().getName();
    }

    @Override
    public String name() {
        return subject.analysis().getSimpleName();
    }

    @Override
    public String category() {
        return "";
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public String bundle() {
        Bundle bundle = FrameworkUtil.getBundle(subject.analysis());
        return bundle == null ? "" : bundle.getSymbolicName();
    }

    @Override
    public String version() {
        Bundle bundle = FrameworkUtil.getBundle(subject.analysis());
        return bundle == null ? "1.0.0" : bundle.getVersion().toString();
    }

    @Override
    public SettingsSchema<?> settings() {
        return SettingsSchema.of(subject.settings());
    }

    @Override
    public Analysis<?> create() throws RunException {
        try {
            return subject.analysis().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new RunException(RunException.Code.INTERNAL, subject.analysis().getName() + " needs a public constructor without parameters.", e);
        }
    }
}
