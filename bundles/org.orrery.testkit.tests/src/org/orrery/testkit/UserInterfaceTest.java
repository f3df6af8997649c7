package org.orrery.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Analysis;
import org.orrery.testkit.fixtures.FixtureSettings;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A bundle with a way to a user interface is found by its wiring; the bundle is made here, so that no other has that way. */
class UserInterfaceTest {
    private static final String PACKAGE = "org/orrery/testkit/fixtures/";

    @Test
    @SuppressWarnings("unchecked")
    void aBundleThatIsWiredToAUserInterfaceIsFound() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(ConformanceKit.class).getBundleContext().installBundle("wired", new ByteArrayInputStream(jar()));
        try {
            Class<?> analysis = bundle.loadClass("org.orrery.testkit.fixtures.MapAnalysis");
            Class<?> settings = bundle.loadClass("org.orrery.testkit.fixtures.FixtureSettings");
            Conformance conformance = new Conformance(new Conformance.Unregistered((Class<? extends Analysis<?>>) analysis.asSubclass(Analysis.class),
                    settings.asSubclass(Record.class)), List.of(ConformanceCase.of("wired")), 1);
            List<Violation> violations = new ArrayList<>();
            try (ConformanceKit kit = ConformanceKit.open(conformance)) {
                for (ConformanceCheck check : kit.checks()) {
                    if (check.rule() == Rule.NO_UI) {
                        violations.addAll(check.body().run());
                    }
                }
            }
            assertTrue(violations.stream().anyMatch(each -> each.message().equals("wired is wired to javax.swing")), violations.toString());
        } finally {
            bundle.uninstall();
        }
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "wired");
        main.putValue("Require-Bundle", "org.orrery.analysis");
        main.putValue("Import-Package", "javax.swing");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (String name : List.of("MapAnalysis.class", "FixtureAnalysis.class", "MapWorkload.class", "MapWorkload$Value.class",
                    "FixtureSettings.class", "FixtureSettings$Step.class", "FixtureSettings$Kind.class", "FixtureSettings.properties",
                    "FixtureSettings_Step.properties")) {
                jar.putNextEntry(new ZipEntry(PACKAGE + name));
                try (InputStream in = FixtureSettings.class.getResourceAsStream("/" + PACKAGE + name)) {
                    in.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }
}
