package org.orrery.analysis.program;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The description of an external program, as a file holds it.
 *
 * @param name what its run is called; empty for the usual name
 * @param data the data set that it works on
 * @param settings the settings of the analysis in plain form; what is not given gets its default
 */
public record ProgramSpec(String name, Optional<Path> data, Map<String, Object> settings) {
    public ProgramSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
