package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.orrery.durability.Durability;

/** Runs the campaigns, prints their figures, and fails when a promise did not hold. */
public final class Campaigns {
    /** What every build goes through; the others come with the long form, or by their names. */
    private static final Set<String> BRIEF = Set.of("F1", "F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "F14", "F15", "F16", "F18",
            "F20", "soak", "worker", "cost");

    private final Bench bench;
    private final Tally tally;
    private final List<String> only;
    private final Map<String, Double> seconds = new ConcurrentHashMap<>();

    private Campaigns(Bench bench, Tally tally, List<String> only) {
        this.bench = bench;
        this.tally = tally;
        this.only = only;
    }

    /** @param words the root of the checkout, the folder of the product, and the words of the user */
    public static void main(String[] words) throws Exception {
        List<String> said = List.of(words).subList(2, words.length);
        boolean longForm = said.contains("--long");
        if (longForm == said.contains("--short")) {
            System.err.println("usage: releng/faults/run --short | --long [--continue] [--only F1,F8]");
            System.exit(2);
        }
        Path root = Path.of(words[0]);
        Path work = Files.createDirectories(root.resolve(".tools/faults/tmp"));
        Bench.delete(work.resolve("streams"));
        Children children = new Children(Files.createDirectories(work.resolve("streams")));
        Bench bench = new Bench(root, new Product(Path.of(words[1]), children),
                new EngineProgram(Path.of(System.getProperty("orrery.engine.archive")), children), work, longForm);
        Tally tally = new Tally(root.resolve(".tools/faults/" + (longForm ? "long" : "short") + ".properties"), !said.contains("--continue"));
        List<String> only = said.contains("--only") ? List.of(said.get(said.indexOf("--only") + 1).split(",")) : List.of();
        System.exit(new Campaigns(bench, tally, only).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        long began = System.nanoTime();
        // The first start settles the configuration of the product; later ones may come together.
        bench.product().run(List.of(), "list", "--json");
        if (wanted("cost")) {
            Durability.measure(bench.work().resolve("cost"), bench.product().folder(), tally::say, sentence -> tally.broken("cost", sentence));
            seconds.put("cost", (System.nanoTime() - began) / 1e9);
            System.out.printf("cost in %.0f s: %s%n", seconds.get("cost"), tally.line("cost"));
        }
        // The longest first, two at a time, so that both lanes end together. What listens to the jobs of this process, or measures in it, stands in one line.
        List<List<Campaign>> lines = List.of(List.of(new Halts(false)), List.of(new Kills()), List.of(new Workers()), List.of(new Damage()),
                List.of(new FullDisk(), new BadDisk(), new Throws(), new SlowListener(), new Knots(), new Floods()), List.of(new Missing()),
                List.of(new TwoOwners()), List.of(new Index()), List.of(new Deaf()), List.of(new Day()), List.of(new Halts(true)),
                List.of(new Memory()), List.of(new Environments()), List.of(new Crowd()));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (List<Campaign> line : lines) {
                ends.add(pool.submit(() -> each(line)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return finish(lines.stream().flatMap(List::stream).toList(), began);
    }

    private boolean wanted(String campaign) {
        return only.isEmpty() ? bench.longForm() || BRIEF.contains(campaign) : only.contains(campaign);
    }

    private void each(List<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            if (wanted(campaign.id())) {
                each(campaign);
            }
        }
    }

    private void each(Campaign campaign) {
        long began = System.nanoTime();
        try {
            campaign.run(bench, tally);
        } catch (Exception e) {
            tally.broken(campaign.id(), "the campaign could not go on: " + e);
            e.printStackTrace();
        }
        double took = (System.nanoTime() - began) / 1e9;
        seconds.put(campaign.id(), took);
        System.out.printf("%s in %.0f s: %s%n", campaign.id(), took, tally.line(campaign.id()));
    }

    private boolean finish(List<Campaign> all, long began) throws IOException {
        System.out.println();
        all.stream().filter(each -> wanted(each.id())).sorted(java.util.Comparator.comparing(Campaign::id))
                .forEach(each -> System.out.println(each.id() + "  " + each.title() + ": " + tally.line(each.id())));
        if (wanted("cost")) {
            System.out.println("cost  " + tally.line("cost"));
        }
        System.out.println("seconds  " + seconds.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + Math.round(each.getValue())).collect(Collectors.joining(" · ")));
        List<String> broken = tally.broken();
        broken.forEach(each -> System.out.println("BROKEN " + each));
        System.out.printf("faults: %d promises broken, %.0f s%n", broken.size(), (System.nanoTime() - began) / 1e9);
        tally.store();
        Bench.delete(bench.work().resolve("streams"));
        return broken.isEmpty();
    }
}
