package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.orrery.jobs.internal.store.RunImage;

/** A run of the command line, and what comes of it when nobody disturbs it. Thread-safe. */
final class RunToKill {
    /** What a straight run told. */
    private record Straight(String document, double secondsOfUnit) {
    }

    private final String name;
    private final List<String> words;
    private Straight straight;

    /** @param words what follows {@code run} */
    RunToKill(String name, List<String> words) {
        this.name = name;
        this.words = words;
    }

    /** Many units of the fixture, each of so many milliseconds. */
    static RunToKill ledger(int millis) {
        return new RunToKill("ledger", List.of("ledger", "--set", "units=240", "--set", "millis=" + millis, "--set", "rows=20", "--set", "artifact=true"));
    }

    static RunToKill classification(Bench bench, int folds) {
        return new RunToKill("classification", List.of("classification", "--data", bench.churn().toString(), "--set", "target=churn", "--set",
                "folds=" + folds, "--set", "models=most-frequent,logistic-regression,decision-tree", "--set", "baselines=false"));
    }

    /** The document of the same run without a kill; made once. */
    String straight(Bench bench) throws IOException, InterruptedException {
        return known(bench).document();
    }

    /** How long the run takes for each of its units, two at a time; of a fixture what its settings say. */
    double secondsOfUnit(Bench bench) throws IOException, InterruptedException {
        for (String word : words) {
            if (word.startsWith("millis=")) {
                return Double.parseDouble(word.substring("millis=".length())) / 2000;
            }
        }
        return known(bench).secondsOfUnit();
    }

    private synchronized Straight known(Bench bench) throws IOException, InterruptedException {
        if (straight == null) {
            straight = run(bench);
        }
        return straight;
    }

    private Straight run(Bench bench) throws IOException, InterruptedException {
        Path workspace = bench.folder("straight-" + name);
        Program program = words.get(0).equals(Engine.LEDGER) ? bench.engine() : bench.product();
        Program.End end = program.run(List.of(), words("run", words, workspace));
        if (end.code() != 0) {
            throw new IOException("The straight run ended with " + end.code() + ": " + end.last());
        }
        RunImage image = Bench.image(workspace);
        Straight told;
        try {
            told = new Straight(Bench.document(workspace), image.costs().runSeconds() / Math.max(1, image.counts().total()));
        } catch (org.orrery.jobs.RunException e) {
            throw new IOException(e);
        }
        Bench.delete(workspace);
        return told;
    }

    /** The words that begin it, or go on with it. */
    String[] next(Path workspace) {
        return Files.isDirectory(workspace.resolve("runs/1")) ? words("resume", List.of("1"), workspace) : words("run", words, workspace);
    }

    private static String[] words(String verb, List<String> rest, Path workspace) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(rest);
        words.addAll(List.of("--json", "--workspace", workspace.toString()));
        return words.toArray(String[]::new);
    }
}
