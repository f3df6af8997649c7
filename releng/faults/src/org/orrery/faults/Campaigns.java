package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.orrery.durability.Durability;

/** Runs the campaigns, prints their figures, and fails when a promise did not hold. */
public final class Campaigns {
    private Campaigns() {
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
        Bench bench = new Bench(root, new Product(Path.of(words[1]), Files.createDirectories(work.resolve("streams"))), work, longForm);
        Tally tally = new Tally(root.resolve(".tools/faults/" + (longForm ? "long" : "short") + ".properties"), !said.contains("--continue"));
        List<String> only = said.contains("--only") ? List.of(said.get(said.indexOf("--only") + 1).split(",")) : List.of();
        long began = System.nanoTime();
        // The first start settles the configuration of the product; later ones may come together.
        bench.product().run(List.of(), "list", "--json");
        if (only.isEmpty() || only.contains("cost")) {
            Durability.measure(work.resolve("cost"), bench.product().folder(), tally::say, sentence -> tally.broken("cost", sentence));
        }
        List<Campaign> kills = List.of(new Kills());
        List<Campaign> others = List.of(new TwoOwners(), new FullDisk(), new Index(), new Halts(false), new Halts(true), new Damage());
        List<Campaign> wanted = new ArrayList<>();
        for (List<Campaign> lane : List.of(kills, others)) {
            wanted.addAll(lane.stream().filter(each -> only.isEmpty() || only.contains(each.id())).toList());
        }
        inLanes(bench, tally, wanted, kills.size());
        finish(tally, wanted, began, work);
    }

    /** Kills mostly wait: the short form does the others meanwhile. */
    private static void inLanes(Bench bench, Tally tally, List<Campaign> wanted, int first) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(bench.longForm() ? 1 : 2);
        try {
            List<Future<?>> lanes = new ArrayList<>();
            boolean kills = !wanted.isEmpty() && wanted.get(0) instanceof Kills;
            int cut = kills ? first : 0;
            lanes.add(pool.submit(() -> each(bench, tally, wanted.subList(0, cut))));
            lanes.add(pool.submit(() -> each(bench, tally, wanted.subList(cut, wanted.size()))));
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void each(Bench bench, Tally tally, List<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            long began = System.nanoTime();
            try {
                campaign.run(bench, tally);
            } catch (Exception e) {
                tally.broken(campaign.id(), "the campaign could not go on: " + e);
                e.printStackTrace();
            }
            System.out.printf("%s in %.0f s: %s%n", campaign.id(), (System.nanoTime() - began) / 1e9, tally.line(campaign.id()));
        }
    }

    private static void finish(Tally tally, List<Campaign> wanted, long began, Path work) throws IOException {
        System.out.println();
        System.out.println("cost  " + tally.line("cost"));
        wanted.forEach(each -> System.out.println(each.id() + "  " + each.title() + ": " + tally.line(each.id())));
        List<String> broken = tally.broken();
        System.out.printf("%d promises broken, %.0f s%n", broken.size(), (System.nanoTime() - began) / 1e9);
        tally.store();
        Bench.delete(work.resolve("streams"));
        System.exit(broken.isEmpty() ? 0 : 1);
    }
}
