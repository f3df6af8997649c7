package org.orrery.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.data.Dataset;

/**
 * What is known of the data sets of a run without reading them.
 *
 * @param byName the data sets by the names that plugin.xml declares
 */
public record InputSchemas(Map<String, List<Dataset>> byName) {
    public InputSchemas {
        byName = Map.copyOf(byName);
    }

    /** The first data set of that name. */
    public Optional<Dataset> first(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst();
    }
}
