package org.orrery.testkit.internal.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.FileLocator;
import org.orrery.testkit.internal.stage.Stage;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;

/** A second framework with the same bundles, in a process of its own, that carries out one run. */
public final class ChildProcess implements AutoCloseable {
    private static final String STARTER = "org.eclipse.core.runtime.adaptor.EclipseStarter";
    private static final int KEPT = 40;
    private static final Pattern USER_INTERFACE = Pattern.compile("org\\.orrery\\.(app|ui|.*\\.ui)(\\..*)?");
    private final Process process;
    private final List<String> said = new ArrayList<>();

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Whether this runs in a framework that can be started a second time. */
    public static boolean possible() {
        return FrameworkUtil.getBundle(ChildProcess.class) != null;
    }

    /**
     * Starts it.
     *
     * @param folder an empty folder for its configuration
     * @param heap the whole heap in MiB; 0: as Java thinks fit
     */
    public static ChildProcess start(Path folder, ChildSpec spec, int heap) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), ChildApplication.json().toJson(spec));
        configure(folder);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (heap > 0) {
            command.add("-Xmx" + heap + "m");
        }
        String development = System.getProperty("osgi.dev");
        if (development != null) {
            // Test fragments are folders with their classes elsewhere, as this property says.
            command.add("-Dosgi.dev=" + development);
        }
        command.addAll(List.of("-Dosgi.noShutdown=false", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC", "-cp",
                framework().toString(), STARTER, "-consoleLog", "-configuration", folder.toString(), file.toString()));
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static Path framework() {
        return Path.of(java.net.URI.create(Bundle.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void configure(Path folder) throws IOException {
        List<String> bundles = new ArrayList<>();
        for (Bundle bundle : FrameworkUtil.getBundle(ChildProcess.class).getBundleContext().getBundles()) {
            File location = FileLocator.getBundleFileLocation(bundle).orElse(null);
            // The test runner stays at home: it would look for its parent.
            if (bundle.getBundleId() != 0 && location != null && !bundle.getSymbolicName().startsWith("org.eclipse.tycho.")) {
                bundles.add("reference:" + location.toURI() + level(bundle));
            }
        }
        Properties configuration = new Properties();
        configuration.setProperty("osgi.bundles", String.join(",", bundles));
        configuration.setProperty("osgi.bundles.defaultStartLevel", "4");
        configuration.setProperty("osgi.instance.area.default", folder.resolve("instance").toUri().toString());
        configuration.setProperty("eclipse.application", "org.orrery.testkit.child");
        configuration.setProperty("osgi.framework", framework().toUri().toString());
        try (var out = Files.newBufferedWriter(folder.resolve("config.ini"), StandardCharsets.ISO_8859_1)) {
            configuration.store(out, null);
        }
    }

    private static String level(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return "";
        }
        String name = bundle.getSymbolicName();
        // Only what carries out runs: a test runtime may hold a whole workbench, which needs a display.
        return switch (name) {
            case "org.eclipse.equinox.common", "org.apache.felix.scr", "org.eclipse.equinox.event", "org.apache.aries.spifly.dynamic.bundle" ->
                "@2:start";
            case "org.eclipse.core.runtime", "org.eclipse.core.jobs", "org.eclipse.core.contenttype", "org.eclipse.equinox.app",
                    "org.eclipse.equinox.registry", "org.eclipse.equinox.preferences" ->
                "@4:start";
            default -> name.startsWith("org.orrery.") && !USER_INTERFACE.matcher(name).matches() ? "@4:start" : "";
        };
    }

    /** Waits until it waits in its unit, and kills it there; false when it ended before. */
    public boolean killWaiting() throws IOException, InterruptedException {
        boolean waiting = hear(ChildApplication.WAITING) != null;
        process.destroyForcibly();
        process.waitFor(Stage.LIMIT.toSeconds(), TimeUnit.SECONDS);
        return waiting;
    }

    /** Waits for its end; the state in which the run ended, or what the process said instead. */
    public String ended() throws IOException, InterruptedException {
        String line = hear(ChildApplication.ENDED);
        // All is closed by then, but a framework without a launcher does not end by itself.
        process.destroyForcibly();
        return line == null ? "without an end: " + said() : line.substring(ChildApplication.ENDED.length());
    }

    private String hear(String beginning) throws IOException {
        // A process that says nothing is ended by the clock, and with it its output.
        CompletableFuture<Void> clock = CompletableFuture.runAsync(process::destroyForcibly,
                CompletableFuture.delayedExecutor(Stage.LIMIT.toSeconds(), TimeUnit.SECONDS));
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = reader.readLine();
            while (line != null && !line.startsWith(beginning)) {
                if (said.size() < KEPT) {
                    said.add(line);
                }
                line = reader.readLine();
            }
            return line;
        } finally {
            clock.cancel(false);
        }
    }

    /** What it said. */
    public String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
