package org.orrery.releng.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/** What the manifest of one bundle of the tree says. */
record Bundle(Path folder, Map<String, String> headers) {

    /** The checkout that is built; the build sets the property. */
    static Path root() {
        return Path.of(System.getProperty("orrery.root"));
    }

    /** All bundles under <code>bundles/</code>, by name. */
    static Map<String, Bundle> all() throws IOException, BundleException {
        List<Path> manifests;
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            manifests = folders.map(folder -> folder.resolve("META-INF/MANIFEST.MF")).filter(Files::exists).sorted().toList();
        }
        Map<String, Bundle> bundles = new HashMap<>();
        for (Path manifest : manifests) {
            try (InputStream in = Files.newInputStream(manifest)) {
                Bundle bundle = new Bundle(manifest.getParent().getParent(), ManifestElement.parseBundleManifest(in, null));
                bundles.put(bundle.folder().getFileName().toString(), bundle);
            }
        }
        return bundles;
    }

    String name() throws BundleException {
        return elements("Bundle-SymbolicName").getFirst().getValue();
    }

    boolean singleton() throws BundleException {
        return "true".equals(elements("Bundle-SymbolicName").getFirst().getDirective("singleton"));
    }

    boolean isTests() {
        return folder.getFileName().toString().endsWith(".tests");
    }

    List<String> required() throws BundleException {
        return values("Require-Bundle");
    }

    List<String> imported() throws BundleException {
        return values("Import-Package");
    }

    List<String> exported() throws BundleException {
        return values("Export-Package");
    }

    List<ManifestElement> elements(String header) throws BundleException {
        ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
        return elements == null ? List.of() : List.of(elements);
    }

    private List<String> values(String header) throws BundleException {
        List<String> values = new ArrayList<>();
        for (ManifestElement element : elements(header)) {
            values.addAll(List.of(element.getValueComponents()));
        }
        return values;
    }
}
