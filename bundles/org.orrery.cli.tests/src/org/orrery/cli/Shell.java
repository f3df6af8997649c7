package org.orrery.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Says words to the command line and keeps what it answers. */
final class Shell {
    /** An answer. */
    record Said(ExitCode exit, String out, String err) {
        JsonObject json() {
            return JsonParser.parseString(out).getAsJsonObject();
        }
    }

    final FakeServices services;
    final List<Integer> halts = new ArrayList<>();
    Interruption interruption;
    boolean terminal;
    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
        this.services = new FakeServices(folder.resolve("workspace"));
    }

    Said say(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal streams = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        interruption = new Interruption(streams, halts::add);
        ExitCode exit = new CommandLine(streams, services, interruption, folder, "9.8.7").run(List.of(words));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
