package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link EngineProcess} in a virtual machine of its own: the run management of the product, started in a third of the time. */
record EngineProgram(Path archive, Children children) implements Program {
    @Override
    public Started start(List<String> options, String... words) throws IOException {
        List<String> command = command(archive, options, EngineProcess.class);
        command.addAll(List.of(words));
        return children.start(new ProcessBuilder(command));
    }

    /** A virtual machine that starts fast; the archive holds its classes as they were loaded before, and is made when it is not there. */
    static List<String> command(Path archive, List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable", "-Xlog:all=error:stderr",
                "-XX:SharedArchiveFile=" + archive, "-Dorrery.engine.archive=" + archive));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
