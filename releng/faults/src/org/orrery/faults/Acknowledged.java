package org.orrery.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** What a workspace has acknowledged, in a file outside of it, which no kill can take back. Thread-safe. */
final class Acknowledged {
    private final Path file;

    Acknowledged(Path file) {
        this.file = file;
    }

    synchronized void say(String what, long run, String more) throws IOException {
        Files.writeString(file, what + " " + run + " " + more + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The figure by which a result is known again. */
    static String figure(StoredRun run) {
        return run.result().flatMap((Result result) -> result.figure("sum")).map(sum -> String.valueOf(sum.value())).orElse("none");
    }

    /** What of it the workspace does not have any more, in sentences. */
    List<String> lost(Workspace workspace) throws IOException, RunException {
        List<String> lost = new ArrayList<>();
        Map<Long, RunSummary> runs = workspace.folders().list().stream().collect(Collectors.toMap(RunSummary::id, run -> run));
        Set<String> datasets = workspace.catalog().datasets().stream().map(Dataset::name).collect(Collectors.toSet());
        List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        Set<Long> deleting = new HashSet<>();
        Map<Long, String> tags = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words[0].equals("deleting")) {
                deleting.add(Long.valueOf(words[1]));
            } else if (words[0].equals("tagged")) {
                tags.put(Long.valueOf(words[1]), words[2]);
            }
        }
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            long run = Long.parseLong(words[1]);
            RunSummary now = runs.get(run);
            switch (words[0]) {
                case "deleted" -> {
                    if (now != null) {
                        lost.add("run " + run + " was deleted and is there again");
                    }
                }
                case "imported" -> {
                    if (!datasets.contains(words[2])) {
                        lost.add("the data set " + words[2] + " is gone");
                    }
                }
                case "submitted", "completed", "tagged" -> {
                    if (now == null && !deleting.contains(run)) {
                        lost.add("run " + run + " is gone: " + line);
                    } else if (now != null && words[0].equals("completed")) {
                        completed(workspace, run, now, words[2], lost);
                    } else if (now != null && words[0].equals("tagged") && !now.tags().equals(List.of(tags.get(run)))) {
                        lost.add("run " + run + " has the tags " + now.tags() + ", not " + tags.get(run));
                    }
                }
                default -> {
                }
            }
        }
        return lost;
    }

    private static void completed(Workspace workspace, long run, RunSummary now, String figure, List<String> lost) throws RunException {
        if (now.state() != RunState.COMPLETED && now.state() != RunState.COMPLETED_PARTIAL) {
            lost.add("run " + run + " had completed and is " + now.state());
        } else if (!figure(workspace.folders().open(run)).equals(figure)) {
            lost.add("run " + run + " had the sum " + figure + " and has " + figure(workspace.folders().open(run)));
        }
    }
}
