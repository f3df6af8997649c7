package org.orrery.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads the manifests and features of the tree and holds them against docs/architecture.md. */
class LayeringTest {

    private static final Pattern DRAWING = Pattern.compile("org\\.eclipse\\.(swt|jface|ui|e4\\.ui|swtchart|nebula)(\\..*)?");
    private static final Pattern DRAWING_IMPORT = Pattern.compile("(?m)^import (?:static )?org\\.eclipse\\.(?:swt|jface|ui)\\.");
    private static final Pattern PLUGIN = Pattern.compile("<plugin\\s+[^>]*?id=\"([^\"]+)\"");

    private Map<String, Bundle> bundles;
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void readTheTree() throws Exception {
        bundles = Bundle.all();
        assertFalse(bundles.isEmpty(), "no bundle under " + Bundle.root());
    }

    @Test
    void arrowsGoDown() throws Exception {
        for (Bundle bundle : products()) {
            for (String used : used(bundle)) {
                if (!Layers.allows(bundle.name(), used)) {
                    found.add(bundle.name() + " uses " + used);
                }
            }
        }
        assertNothingFound();
    }

    @Test
    void theTableRefusesKnownWrongArrows() {
        assertFalse(Layers.allows("org.orrery.classification", "org.orrery.regression"), "topic to topic");
        assertFalse(Layers.allows("org.orrery.data", "org.orrery.analysis"), "data to analysis");
        assertFalse(Layers.allows("org.orrery.jobs", "org.orrery.history"), "jobs to history");
        assertFalse(Layers.allows("org.orrery.cli", "org.orrery.classification"), "cli to a topic");
        assertFalse(Layers.allows("org.orrery.cli", "org.orrery.ui"), "cli to ui");
        assertFalse(Layers.allows("org.orrery.report", "org.orrery.ui"), "report to ui");
        assertFalse(Layers.mayDraw("org.orrery.report"), "report draws without SWT");
        assertTrue(Layers.allows("org.orrery.classification", "org.orrery.learning"), "topic to learning");
        assertTrue(Layers.allows("org.orrery.patterns.ui", "org.orrery.patterns"), "a topic's own face");
    }

    @Test
    void onlyFacesDraw() throws Exception {
        for (Bundle bundle : products()) {
            if (Layers.mayDraw(bundle.name())) {
                continue;
            }
            Stream.concat(bundle.required().stream(), bundle.imported().stream())
                    .filter(name -> DRAWING.matcher(name).matches()).map(name -> bundle.folder() + " names " + name).forEach(found::add);
            for (Path source : files(bundle.folder().resolve("src"), ".java")) {
                if (DRAWING_IMPORT.matcher(Files.readString(source)).find()) {
                    found.add(source + " imports SWT, JFace or the workbench");
                }
            }
        }
        assertNothingFound();
    }

    @Test
    void noInternalPackageIsExported() throws Exception {
        for (Bundle bundle : products()) {
            bundle.exported().stream().filter(name -> (name + ".").contains(".internal.") && name.startsWith("org.orrery."))
                    .map(name -> bundle.folder() + " exports " + name).forEach(found::add);
        }
        assertNothingFound();
    }

    @Test
    void folderAndSymbolicNameAgree() throws Exception {
        for (Bundle bundle : bundles.values()) {
            assertEquals(bundle.folder().getFileName().toString(), bundle.name());
        }
    }

    @Test
    void contributionsMakeASingletonAndNothingElseDoes() throws Exception {
        for (Bundle bundle : bundles.values()) {
            boolean contributes = Files.exists(bundle.folder().resolve("plugin.xml"))
                    || Files.exists(bundle.folder().resolve("fragment.xml"));
            if (contributes != bundle.singleton()) {
                found.add(bundle.name() + (contributes ? " contributes but is no singleton" : " is a singleton without contributing"));
            }
        }
        assertNothingFound();
    }

    @Test
    void everyBundleRunsOnJava21AndHasNoActivator() throws Exception {
        for (Bundle bundle : bundles.values()) {
            if (!"JavaSE-21".equals(bundle.headers().get("Bundle-RequiredExecutionEnvironment"))) {
                found.add(bundle.name() + " does not ask for JavaSE-21");
            }
            if (bundle.headers().containsKey("Bundle-Activator") || bundle.headers().containsKey("DynamicImport-Package")) {
                found.add(bundle.name() + " has an activator or imports dynamically");
            }
            if (bundle.headers().containsKey("Bundle-ClassPath") && !bundle.name().startsWith("org.orrery.lib.")) {
                found.add(bundle.name() + " nests jars");
            }
        }
        assertNothingFound();
    }

    @Test
    void everyBundleHasItsTestsBesideIt() throws Exception {
        for (Bundle bundle : products()) {
            String name = bundle.name();
            // A fragment of the platform holds nothing but texts.
            boolean excepted = !bundle.elements("Fragment-Host").isEmpty() || name.startsWith("org.orrery.lib.") || name.equals("org.orrery.samples") || name.equals("org.orrery.testkit");
            if (!excepted && !bundles.containsKey(name + ".tests")) {
                found.add(name + " has no fragment " + name + ".tests");
            }
        }
        assertNothingFound();
    }

    @Test
    void everyBundleStandsInExactlyOneFeature() throws Exception {
        Map<String, Integer> listed = new HashMap<>();
        for (Path feature : files(Bundle.root().resolve("features"), "feature.xml")) {
            if (feature.toString().contains("target")) {
                continue;
            }
            Matcher plugins = PLUGIN.matcher(Files.readString(feature));
            while (plugins.find()) {
                listed.merge(plugins.group(1), 1, Integer::sum);
            }
        }
        for (Bundle bundle : bundles.values()) {
            int count = listed.getOrDefault(bundle.name(), 0);
            boolean shipped = !bundle.isTests() && !bundle.name().equals("org.orrery.testkit");
            if (shipped ? count != 1 : bundle.isTests() && count != 0) {
                found.add(bundle.name() + " stands in " + count + " features");
            }
        }
        assertNothingFound();
    }

    private List<Bundle> products() {
        return bundles.values().stream().filter(bundle -> !bundle.isTests()).toList();
    }

    /** The bundles of ours that a bundle requires, or whose packages it imports. */
    private List<String> used(Bundle bundle) throws Exception {
        List<String> used = new ArrayList<>(bundle.required().stream().filter(name -> name.startsWith("org.orrery.")).toList());
        for (String imported : bundle.imported()) {
            for (Bundle other : products()) {
                if (other.exported().contains(imported)) {
                    used.add(other.name());
                }
            }
        }
        return used;
    }

    private static List<Path> files(Path folder, String end) throws Exception {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private void assertNothingFound() {
        assertEquals("", String.join("\n", found));
    }
}
