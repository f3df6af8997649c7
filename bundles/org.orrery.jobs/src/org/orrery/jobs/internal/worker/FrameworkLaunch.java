package org.orrery.jobs.internal.worker;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.IntSupplier;

import org.eclipse.core.runtime.FileLocator;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Starts a second framework with the bundles that this one has, in a configuration area of its own: the same analyses, whether
 * this is an installed product, a development environment or a test.
 */
public final class FrameworkLaunch implements WorkerLaunch {
    private static final String STARTER = "org.eclipse.core.runtime.adaptor.EclipseStarter";
    private static final String APPLICATION = "org.orrery.jobs.worker";
    /** It installs what the configuration of the product says; here that is told bundle by bundle. Test runners stay at home. */
    private static final List<String> LEFT_OUT = List.of("org.eclipse.equinox.simpleconfigurator", "org.eclipse.tycho.");
    /** These must be at work before the bundles whose services and extensions they find. */
    private static final List<String> EARLY = List.of("org.eclipse.equinox.common", "org.apache.felix.scr", "org.eclipse.equinox.event",
            "org.apache.aries.spifly.dynamic.bundle");
    /** What this process was told that a worker must know as well. */
    private static final List<String> PASSED_ON = List.of("-Duser.", "-Dfile.encoding", "-Djdk.", "-Djava.net.", "-Dosgi.nl",
            "-D" + InjectedFaults.PREFIX, "--enable-native-access", "--add-opens", "--add-exports");
    private final IntSupplier usualHeapMiB;

    /** @param usualHeapMiB the heap of a worker for which none is asked; 0: as large as that of this process may grow */
    public FrameworkLaunch(IntSupplier usualHeapMiB) {
        this.usualHeapMiB = usualHeapMiB;
    }

    @Override
    public List<String> command(int heapMiB, Path own) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new IOException(Messages.bind(Messages.FrameworkLaunch_noJava, java));
        }
        Path configuration = Files.createDirectory(own.resolve("configuration"));
        configure(configuration);
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap(heapMiB)));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(given -> PASSED_ON.stream().anyMatch(given::startsWith)).forEach(command::add);
        // What native libraries unpack there goes with the worker, also when it is killed.
        command.add("-Djava.io.tmpdir=" + Files.createDirectory(own.resolve("tmp")));
        command.addAll(List.of("-cp", framework().toString(), STARTER, "-nosplash", "-consoleLog", "-configuration", configuration.toString(),
                "-data", "@none"));
        return command;
    }

    private String heap(int asked) {
        int heap = asked > 0 ? asked : usualHeapMiB.getAsInt();
        return heap > 0 ? heap + "m" : Long.toString(Runtime.getRuntime().maxMemory());
    }

    private static Path framework() {
        return Path.of(URI.create(Bundle.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void configure(Path folder) throws IOException {
        List<String> bundles = new ArrayList<>();
        for (Bundle bundle : FrameworkUtil.getBundle(FrameworkLaunch.class).getBundleContext().getBundles()) {
            File place = FileLocator.getBundleFileLocation(bundle).orElse(null);
            if (bundle.getBundleId() != 0 && place != null && LEFT_OUT.stream().noneMatch(bundle.getSymbolicName()::startsWith)) {
                bundles.add("reference:" + place.toURI() + level(bundle));
            }
        }
        Properties configuration = new Properties();
        configuration.setProperty("osgi.bundles", String.join(",", bundles));
        configuration.setProperty("osgi.bundles.defaultStartLevel", "4");
        configuration.setProperty("osgi.framework", framework().toUri().toString());
        configuration.setProperty("eclipse.application", APPLICATION);
        try (Writer out = Files.newBufferedWriter(folder.resolve("config.ini"), StandardCharsets.ISO_8859_1)) {
            configuration.store(out, null);
        }
    }

    private static String level(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
            return "";
        }
        if (EARLY.contains(bundle.getSymbolicName())) {
            return "@2:start";
        }
        return (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0 ? "@4:start" : "";
    }
}
