package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of the built product, started by its own starter. */
record Product(Path folder, Children children, Optional<Path> configuration) implements Program {
    /** With the configuration area of the campaigns. */
    Product(Path folder, Children children) {
        this(folder, children, Optional.empty());
    }

    @Override
    public Started start(List<String> options, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("orrery").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Progress as on a terminal: every change is said, not one line in five seconds.
        builder.environment().put("ORRERY_TERMINAL", "1");
        configuration.ifPresent(own -> builder.environment().put("ORRERY_CONFIGURATION", own.toString()));
        if (!options.isEmpty()) {
            builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options.stream().map(option -> '"' + option + '"').toList()));
        }
        return children.start(builder);
    }
}
