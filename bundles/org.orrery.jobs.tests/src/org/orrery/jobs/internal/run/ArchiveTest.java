package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.codec.PlainJson;

class ArchiveTest {
    private static final Object[] SETTINGS = {"units", 6, "rows", 3, "chain", true, "artifact", true, "points", 50, "closing", true,
            "failing", List.of("r0/u5")};
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private Workspace workspace;
    private long run;
    private Path file;

    @BeforeEach
    void finished() throws Exception {
        workspace = bench.open(folder.resolve("first"));
        workspace.runs().submit(Bench.request(1, "units", 1));
        run = workspace.runs().submit(Bench.request(1, SETTINGS));
        assertEquals(RunState.COMPLETED_PARTIAL, Bench.finish(workspace, run).state());
        workspace.runs().tag(run, List.of("mine"));
        file = folder.resolve("run.orun");
        workspace.folders().export(run, file);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aRunGoesToAnotherWorkspaceAsOneFileAndIsTheSameThere() throws Exception {
        String expected = Bench.comparable(workspace.folders(), run).replace(folder.resolve("first").toString(), "W");
        try (Workspace other = new Bench().open(folder.resolve("other"))) {
            long taken = other.runs().add(file);
            assertEquals(1, taken);
            assertEquals(expected, Bench.comparable(other.folders(), taken).replace(folder.resolve("other").toString(), "W"));
            assertEquals(List.of("mine"), other.folders().open(taken).summary().tags());
            assertEquals(workspace.folders().open(run).metrics(), other.folders().open(taken).metrics());
            assertEquals(50, other.folders().open(taken).metrics().stream().filter(metric -> metric.name().equals("wave")).count() / 6);
            Bench.untilIndexed(other, List.of(taken));
            assertEquals(2, other.runs().add(file), "it can be taken twice");
            other.runs().resume(taken);
            assertEquals(RunState.COMPLETED_PARTIAL, Bench.finish(other, taken).state());
            other.runs().delete(2);
        }
        try (Workspace again = new Bench().open(folder.resolve("other"))) {
            assertEquals(List.of(1L), again.folders().list().stream().map(each -> each.id()).toList());
        }
    }

    @Test
    void theOwnerTakesItForAnotherProcess() throws Exception {
        try (Connection other = new Bench().connect(folder.resolve("first"))) {
            assertEquals(3, other.runs().add(file));
        }
        assertEquals(RunState.COMPLETED_PARTIAL, workspace.folders().open(3).summary().state());
    }

    @Test
    void aRunThatHasNotEndedIsNotExported() throws Exception {
        long endless = workspace.runs().submit(Bench.request(1, "units", 1, "millis", 1e9));
        Bench.until(workspace, endless, RunState.RUNNING);
        assertEquals(RunException.Code.BAD_USAGE,
                assertThrows(RunException.class, () -> workspace.folders().export(endless, folder.resolve("no.orun"))).code());
        assertFalse(Files.exists(folder.resolve("no.orun")));
        assertEquals(RunException.Code.RUN_NOT_FOUND,
                assertThrows(RunException.class, () -> workspace.folders().export(99, folder.resolve("no.orun"))).code());
        workspace.runs().cancel(endless);
    }

    @Test
    void noDamagedFileIsTaken() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        int same = 0;
        for (int trial = 0; trial < 60; trial++) {
            byte[] damaged = whole.clone();
            int bit = random.nextInt(damaged.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path place = Files.write(folder.resolve("damaged.orun"), trial % 10 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            try {
                long taken = workspace.runs().add(place);
                // The bit did not matter: a time, or a comment.
                assertEquals(Bench.comparable(workspace.folders(), run), Bench.comparable(workspace.folders(), taken), "bit " + bit);
                same++;
            } catch (RunException e) {
                assertEquals(RunException.Code.BAD_DATA, e.code(), e.getMessage());
            }
        }
        assertTrue(same < 24, same + " of 60 were taken");
        try (Stream<Path> left = Files.list(folder.resolve("first/runs"))) {
            assertFalse(left.anyMatch(each -> each.getFileName().toString().endsWith(".new")), "nothing is left of them");
        }
    }

    @Test
    void noNameLeadsOutOfTheFolderOrToADevice() throws Exception {
        for (String name : List.of("../evil", "/evil", "a/../../evil", "C:evil", "a\\b", "CON", "rows/nul.txt", "summary.json", "", "a//b", "REQUEST.JSON",
                "a\u0000b")) {
            Map<String, byte[]> contents = contents();
            contents.put(name, "evil".getBytes(StandardCharsets.UTF_8));
            Path evil = folder.resolve("evil.orun");
            pack(evil, contents, name);
            RunException refused = assertThrows(RunException.class, () -> workspace.runs().add(evil), name);
            assertEquals(RunException.Code.BAD_DATA, refused.code(), name);
        }
        assertFalse(Files.exists(folder.resolve("evil")) || Files.exists(folder.resolve("first/runs/evil")) || Files.exists(folder.resolve("first/evil")));
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return contents;
    }

    /** With the added file in the list of all files, as one who means harm would do it. */
    private static void pack(Path target, Map<String, byte[]> contents, String added) throws IOException {
        Map<?, ?> manifest = PlainJson.read(contents.get("manifest.json"), Map.class);
        @SuppressWarnings("unchecked")
        List<Object> files = (List<Object>) manifest.get("files");
        files.add(Map.of("path", added, "bytes", 4, "sha256", "4a0cb8f8d8d1d8a4d65e4ba4d5e8a1e4d8d1d8a4d65e4ba4d5e8a1e4d8d1d8a4"));
        contents.put("manifest.json", PlainJson.write(manifest));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
    }

    @Test
    void theFrozenRequestStaysAsItWas() throws Exception {
        long taken = workspace.runs().add(file);
        assertEquals(run, PlainJson.read(Files.readAllBytes(folder.resolve("first/runs/" + taken + "/request.json")), FrozenRequest.class).run());
        assertEquals(taken, workspace.folders().open(taken).summary().id());
        assertEquals(taken, bench.read(folder.resolve("first")).list().get(0).id());
    }
}
