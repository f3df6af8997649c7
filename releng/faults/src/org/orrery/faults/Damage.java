package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * F6: every file of a run folder cut at each 64th of its length, and one bit of it flipped at random places. Done to a
 * finished run, which is then read, and to one that is cut short, which is then resumed: it must be refused in a sentence,
 * or come to the document of the straight run. A wrong figure must never be seen.
 */
final class Damage implements Campaign {
    private static final Object[] SETTINGS = {"units", 4, "rows", 8, "chain", true, "artifact", true, "rounds", 1};
    private static final int PARTS = 64;
    private static final int FLIPS_SHORT = 400;
    /** The short form takes every eighth cut. */
    private static final int STRIDE_SHORT = 8;
    private static final int FLIPS_LONG = 20_000;
    private String expected;
    private JsonObject truth;

    @Override
    public String id() {
        return "F6";
    }

    @Override
    public String title() {
        return "files of a run cut short, and single bits flipped";
    }

    private interface Change {
        byte[] of(byte[] content);
    }

    @Override
    public void run(Bench given, Tally tally) throws Exception {
        Bench bench = given.inMemory();
        try {
            all(bench, tally);
        } finally {
            if (bench != given) {
                Bench.delete(bench.work());
            }
        }
    }

    private void all(Bench bench, Tally tally) throws Exception {
        Path finished = bench.folder("damage-finished");
        try (Workspace workspace = new Engine().open(finished)) {
            workspace.runs().submit(Engine.request(SETTINGS));
            Engine.finish(workspace, 1);
        }
        expected = Bench.document(finished);
        truth = JsonParser.parseString(expected).getAsJsonObject();
        Path cut = interrupted(bench);
        // Those that were done before a stop.
        long skip = tally.get("F6.truncations");
        for (Path base : List.of(finished, cut)) {
            for (Path file : files(base)) {
                long length = Files.size(base.resolve(file));
                for (int part = 0; part < PARTS; part += bench.longForm() ? 1 : STRIDE_SHORT) {
                    if (skip-- > 0) {
                        continue;
                    }
                    int keep = (int) (length * part / PARTS);
                    trial(bench, tally, base, file, base == cut, content -> java.util.Arrays.copyOf(content, keep), "cut to " + keep);
                    tally.add("F6.truncations", 1);
                    if (part % 16 == 0) {
                        tally.store();
                    }
                }
            }
        }
        flips(bench, tally, List.of(finished, cut));
    }

    private void flips(Bench bench, Tally tally, List<Path> bases) throws Exception {
        int wanted = bench.longForm() ? FLIPS_LONG : FLIPS_SHORT;
        for (long flip = tally.get("F6.flips"); flip < wanted; flip++) {
            Random random = new Random(flip);
            Path base = bases.get((int) (flip % 2));
            List<Path> files = files(base);
            Path file = files.get(random.nextInt(files.size()));
            int at = random.nextInt((int) Math.max(1, Files.size(base.resolve(file))));
            int bit = random.nextInt(8);
            trial(bench, tally, base, file, flip % 2 == 1, content -> {
                content[at] ^= (byte) (1 << bit);
                return content;
            }, "bit " + bit + " of byte " + at + " flipped");
            tally.add("F6.flips", 1);
            if (flip % 100 == 0) {
                tally.store();
            }
        }
        tally.store();
    }

    /** The same run, ended by a crash after some of its units. */
    private static Path interrupted(Bench bench) throws Exception {
        Path place = bench.folder("damage-cut");
        int[] left = {110};
        Engine engine = new Engine((kind, path) -> {
            if (left[0]-- <= 0) {
                throw new IOException("The process ended");
            }
        }, false, List.of());
        try (Workspace workspace = engine.open(place)) {
            workspace.runs().submit(Engine.request(SETTINGS));
            Engine.finish(workspace, 1);
        }
        int done = Bench.committed(place).size();
        if (done < 2 || done > 6) {
            throw new IOException("The run was to be cut short in its middle, but " + done + " units are committed");
        }
        return place;
    }

    private static List<Path> files(Path base) throws IOException {
        try (Stream<Path> tree = Files.walk(base.resolve("runs/1"))) {
            return tree.filter(Files::isRegularFile).filter(path -> path.toFile().length() > 0).map(base::relativize).sorted().toList();
        }
    }

    private void trial(Bench bench, Tally tally, Path base, Path file, boolean resume, Change change, String how) throws Exception {
        Path place = bench.folder("damage");
        Bench.copy(base, place);
        Path damaged = place.resolve(file);
        Files.write(damaged, change.of(Files.readAllBytes(damaged)));
        String where = (resume ? "unfinished " : "finished ") + file + " " + how;
        Engine engine = new Engine();
        String read = read(tally, where, engine, place, damaged);
        String outcome = resume ? resumed(tally, where, engine, place) : read;
        tally.add("F6." + outcome, 1);
    }

    /** What a reader sees: refused, as it was, or less than there was but nothing wrong. */
    private String read(Tally tally, String where, Engine engine, Path place, Path damaged) throws IOException {
        StoredRun run;
        try {
            run = engine.read(place).open(1);
        } catch (RunException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                tally.broken("F6", where + ": refused without a sentence");
            }
            return "refused";
        } catch (RuntimeException e) {
            tally.broken("F6", where + ": reading threw " + e);
            return "broken";
        }
        String seen;
        try {
            seen = Bench.document(run);
        } catch (IOException | RuntimeException e) {
            return "refused";
        }
        return truthful(tally, where, seen, damaged);
    }

    private String truthful(Tally tally, String where, String seen, Path damaged) {
        if (Bench.differences(expected, seen).isEmpty()) {
            // An artifact is named with its digest, which whoever opens it compares.
            return damaged.toString().contains("artifacts") ? "detectedByDigest" : "unseen";
        }
        JsonObject document = JsonParser.parseString(seen).getAsJsonObject();
        for (String part : List.of("settings", "seed", "analysis")) {
            if (!truth.get(part).equals(document.get(part))) {
                tally.broken("F6", where + ": shows " + part + " " + document.get(part));
                return "broken";
            }
        }
        for (String part : List.of("figures", "tables")) {
            JsonObject shown = document.getAsJsonObject(part);
            for (String name : shown.keySet()) {
                if (!shown.get(name).equals(truth.getAsJsonObject(part).get(name))) {
                    tally.broken("F6", where + ": shows another " + name);
                    return "broken";
                }
            }
        }
        if (document.get("status").getAsString().equals("COMPLETED")) {
            tally.broken("F6", where + ": COMPLETED, but " + Bench.differences(expected, seen).get(0));
            return "broken";
        }
        return "earlierState";
    }

    private String resumed(Tally tally, String where, Engine engine, Path place) throws Exception {
        try (Workspace workspace = engine.open(place)) {
            workspace.runs().resume(1);
            RunSummary end = Engine.finish(workspace, 1);
            if (end.state() != RunState.COMPLETED) {
                tally.broken("F6", where + ": resumed to " + end.state() + " "
                        + workspace.folders().open(1).failures().stream().limit(1).toList());
                return "broken";
            }
        } catch (RunException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                tally.broken("F6", where + ": refused without a sentence");
            }
            return "refused";
        } catch (RuntimeException e) {
            tally.broken("F6", where + ": resuming threw " + e);
            return "broken";
        }
        List<String> wrong = new ArrayList<>();
        Bench.differences(expected, Bench.document(place)).forEach(each -> wrong.add(each.toString()));
        wrong.addAll(artifacts(engine, place));
        if (wrong.isEmpty()) {
            return "resumedIdentical";
        }
        tally.broken("F6", where + ": resumed with " + wrong.get(0));
        return "broken";
    }

    /** Artifacts whose bytes are not those the run tells of. */
    private static List<String> artifacts(Engine engine, Path place) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (StoredRun.Artifact artifact : engine.read(place).open(1).artifacts()) {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(artifact.path()));
            if (!java.util.HexFormat.of().formatHex(digest).equals(artifact.sha256())) {
                wrong.add("artifact " + artifact.id() + " is not what the run tells of");
            }
        }
        return wrong;
    }
}
