package org.orrery.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

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

    /** The other bundles in memory; null when they are the real ones. */
    final FakeServices services;
    final List<Integer> halts = new ArrayList<>();
    Interruption interruption;
    boolean terminal;
    private final Services used;
    private final Path folder;

    /** Over services in memory. */
    Shell(Path folder) {
        this.folder = folder;
        this.services = new FakeServices(folder.resolve("workspace"));
        this.used = services;
    }

    /** Over these services. */
    Shell(Path folder, Services used) {
        this.folder = folder;
        this.services = null;
        this.used = used;
    }

    /** The services of the bundles that are installed beside this one. */
    static Services installed() throws BundleException {
        Bundle bundle = FrameworkUtil.getBundle(CommandLine.class);
        bundle.start(Bundle.START_TRANSIENT);
        return new OsgiServices(bundle.getBundleContext());
    }

    Said say(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal streams = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal);
        interruption = new Interruption(streams, halts::add);
        ExitCode exit = new CommandLine(streams, used, interruption, folder, "9.8.7").run(List.of(words));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
