package org.orrery.jobs.internal.catalogue;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Path;
import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.ColumnType;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What one {@code analysis} element says. */
record RegistryAnalysisDescriptor(IConfigurationElement element, Bundle owner, String id, String name, String category, String description,
        List<InputDescriptor> inputs, List<ColumnType> requires, List<String> keywords, String helpId, List<OutputDescriptor> tables,
        List<OutputDescriptor> figures, Isolation isolation, RunQueue.Kind kind,
        boolean interruptible) implements AnalysisDescriptor {
    /** @throws IllegalArgumentException when an attribute is missing or has no meaning */
    static RegistryAnalysisDescriptor of(IConfigurationElement element) {
        required(element, "class");
        required(element, "settings");
        List<InputDescriptor> inputs = new ArrayList<>();
        for (IConfigurationElement child : element.getChildren("input")) {
            inputs.add(new InputDescriptor(required(child, "name"), required(child, "label"), number(child, "min", 1), number(child, "max", 1)));
        }
        List<ColumnType> types = new ArrayList<>();
        for (String word : words(element, "requires")) {
            types.add(ColumnType.byId(word).orElseThrow(() -> new IllegalArgumentException("requires: there is no column type " + word)));
        }
        String bundle = element.getContributor().getName();
        return new RegistryAnalysisDescriptor(element, bundle(bundle), required(element, "id"), required(element, "name"),
                required(element, "category"), required(element, "description"), List.copyOf(inputs), List.copyOf(types),
                words(element, "keywords"), optional(element, "helpId"), outputs(element, "table"), outputs(element, "figure"),
                isolation(element), kind(element), optional(element, "interruptible").equals("true"));
    }

    private static Bundle bundle(String name) {
        Bundle own = FrameworkUtil.getBundle(RegistryAnalysisDescriptor.class);
        return Arrays.stream(own.getBundleContext().getBundles())
                .filter(each -> each.getSymbolicName().equals(name) && each.getState() >= Bundle.RESOLVED).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its bundle is not resolved"));
    }

    private static List<OutputDescriptor> outputs(IConfigurationElement element, String child) {
        return Arrays.stream(element.getChildren(child))
                .map(each -> new OutputDescriptor(required(each, "id"), optional(each, "description"))).toList();
    }

    private static Isolation isolation(IConfigurationElement element) {
        String word = optional(element, "isolation");
        return word.isEmpty() ? Isolation.NONE
                : Arrays.stream(Isolation.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("isolation: there is no kind " + word));
    }

    private static RunQueue.Kind kind(IConfigurationElement element) {
        String word = optional(element, "kind");
        return word.isEmpty() ? RunQueue.Kind.COMPUTE
                : Arrays.stream(RunQueue.Kind.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("kind: there is no kind " + word));
    }

    private static String required(IConfigurationElement element, String attribute) {
        String value = element.getAttribute(attribute);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(element.getName() + " has no attribute " + attribute);
        }
        return value;
    }

    private static String optional(IConfigurationElement element, String attribute) {
        String value = element.getAttribute(attribute);
        return value == null ? "" : value;
    }

    private static List<String> words(IConfigurationElement element, String attribute) {
        return Arrays.stream(optional(element, attribute).split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static int number(IConfigurationElement element, String attribute, int absent) {
        String value = optional(element, attribute);
        try {
            return value.isEmpty() ? absent : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(attribute + " is no number: " + value, e);
        }
    }

    @Override
    public String bundle() {
        return owner.getSymbolicName();
    }

    @Override
    public String version() {
        return owner.getVersion().toString();
    }

    @Override
    public Optional<URL> icon() {
        String path = optional(element, "icon");
        return path.isEmpty() ? Optional.empty() : Optional.ofNullable(FileLocator.find(owner, new Path(path)));
    }

    @Override
    public SettingsSchema<?> settings() throws RunException {
        String type = element.getAttribute("settings");
        try {
            return SettingsSchema.of(owner.loadClass(type).asSubclass(Record.class));
        } catch (ClassNotFoundException | ClassCastException | IllegalArgumentException | LinkageError e) {
            throw broken(e);
        }
    }

    @Override
    public Analysis<?> create() throws RunException {
        try {
            return (Analysis<?>) element.createExecutableExtension("class");
        } catch (CoreException | ClassCastException | LinkageError e) {
            throw broken(e);
        }
    }

    private RunException broken(Throwable cause) {
        return new RunException(RunException.Code.INTERNAL, Messages.bind(Messages.RegistryAnalysisDescriptor_broken,
                new Object[] {id, bundle(), cause.getMessage()}), cause);
    }
}
