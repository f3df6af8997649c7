package org.orrery.releng.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** No object is ever read from a stream by Java itself: bytes of a file cannot choose which code runs. */
class SerialisationTest {
    private static final Pattern OBJECT_STREAM = Pattern.compile("\\b(Object(In|Out)putStream|Externalizable|XMLDecoder)\\b");
    private static final String FILTER = "-Djdk.serialFilter=!*";

    @Test
    void noSourceReadsOrWritesObjects() throws Exception {
        List<Path> sources;
        try (Stream<Path> tree = Files.walk(Bundle.root().resolve("bundles"))) {
            sources = tree.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("target")).toList();
        }
        assertTrue(sources.size() > 100, "the sources are where they are looked for");
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            if (OBJECT_STREAM.matcher(Files.readString(source)).find()) {
                found.add(source.toString());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyStarterTellsTheVirtualMachineToRefuseThem() throws Exception {
        Path options = Bundle.root().resolve("features/org.orrery.feature.workbench/rootfiles/all/jvm.options");
        assertTrue(Files.readAllLines(options).contains(FILTER), options.toString());
    }
}
