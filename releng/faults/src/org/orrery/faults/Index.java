package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.WriteSteps;

/** F7: pages, log, control files and whole parts of the Derby index damaged or deleted; it must be rebuilt whole. */
final class Index implements Campaign {
    private static final int RUNS = 40;
    private static final int SHORT = 16;
    private static final int LONG = 500;

    @Override
    public String id() {
        return "F7";
    }

    @Override
    public String title() {
        return "the index damaged or deleted";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Path base = bench.folder("index-base");
        try (Workspace workspace = new Engine(WriteSteps.NONE, true, List.of()).open(base)) {
            for (int run = 1; run <= RUNS; run++) {
                workspace.runs().submit(Engine.request("units", 1 + run % 3));
                Engine.finish(workspace, run);
                workspace.runs().tag(run, List.of("tag" + run % 5, "Täg " + run));
                workspace.runs().note(run, run % 2 == 0 ? "" : "Note of run " + run);
            }
        }
        List<RunSummary> truth = new Engine().read(base).list();
        int wanted = bench.longForm() ? LONG : SHORT;
        for (long trial = tally.get("F7.trials"); trial < wanted; trial++) {
            Path place = bench.folder("index-" + trial);
            Bench.copy(base, place);
            String how = damage(place.resolve("history/index"), trial);
            check(tally, place, how, truth);
            Bench.delete(place);
            tally.add("F7.trials", 1);
            tally.store();
        }
        product(bench, tally, base);
    }

    private static String damage(Path index, long trial) throws IOException {
        Random random = new Random(trial);
        return switch ((int) trial) {
            case 0 -> delete(index);
            case 1 -> delete(index.resolve("service.properties"));
            case 2 -> delete(index.resolve("log"));
            case 3 -> delete(index.resolve("log/log.ctrl"));
            case 4 -> delete(index.resolve("seg0"));
            case 5 -> overwrite(index.resolve("service.properties"), random, 40);
            default -> {
                List<Path> files = files(index);
                Path file = files.get(random.nextInt(files.size()));
                yield switch ((int) (trial % 4)) {
                    case 0 -> delete(file);
                    case 1 -> truncate(file, random);
                    default -> overwrite(file, random, 200);
                };
            }
        };
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> tree = Files.walk(index)) {
            return tree.filter(Files::isRegularFile).filter(path -> path.toFile().length() > 0)
                    .filter(path -> !path.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static String delete(Path path) throws IOException {
        Bench.delete(path);
        return path.getFileName() + " deleted";
    }

    private static String truncate(Path file, Random random) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int keep = random.nextInt(content.length);
        Files.write(file, java.util.Arrays.copyOf(content, keep));
        return file.getFileName() + " cut to " + keep;
    }

    private static String overwrite(Path file, Random random, int bytes) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int at = random.nextInt(content.length);
        for (int i = at; i < Math.min(content.length, at + bytes); i++) {
            content[i] = (byte) random.nextInt();
        }
        Files.write(file, content);
        return file.getFileName() + " overwritten at " + at;
    }

    private static void check(Tally tally, Path place, String how, List<RunSummary> truth) throws Exception {
        Engine engine = new Engine(WriteSteps.NONE, true, List.of());
        try (Workspace workspace = engine.open(place)) {
            List<String> wrong = compare(truth, workspace.history().find(RunHistory.Query.ALL));
            if (wrong.isEmpty()) {
                tally.add("F7.whole", 1);
            } else {
                tally.broken("F7", how + ": " + wrong.get(0));
            }
            tally.add("F7.reported", engine.reports.isEmpty() ? 0 : 1);
        } catch (Exception e) {
            tally.broken("F7", how + ": the workspace does not open: " + e);
        }
    }

    private static List<String> compare(List<RunSummary> truth, List<RunSummary> found) {
        List<String> wrong = new ArrayList<>();
        if (truth.size() != found.size()) {
            wrong.add(found.size() + " of " + truth.size() + " runs");
        }
        for (int i = 0; i < Math.min(truth.size(), found.size()); i++) {
            if (!truth.get(i).equals(found.get(i))) {
                wrong.add(truth.get(i) + " became " + found.get(i));
            }
        }
        return wrong;
    }

    /** The same with the product: a page in the middle of the log is lost, and the next run must be possible. */
    private static void product(Bench bench, Tally tally, Path base) throws Exception {
        overwrite(base.resolve("history/index/log/log1.dat"), new Random(1), 200);
        Files.deleteIfExists(base.resolve("history/index/service.properties"));
        Program.End run = bench.product().run(List.of(), "run", "ledger", "--json", "--workspace", base.toString());
        Program.End runs = bench.product().run(List.of(), "runs", "--json", "--workspace", base.toString());
        int listed = runs.out().split("\"run\":", -1).length - 1;
        if (run.code() != 0 || listed != RUNS + 1) {
            tally.broken("F7", "the product ended with " + run.code() + " and lists " + listed + " runs: " + run.last());
        } else {
            tally.add("F7.product", 1);
        }
    }
}
