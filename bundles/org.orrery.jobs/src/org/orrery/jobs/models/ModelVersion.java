package org.orrery.jobs.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.jobs.RunSummary;

/**
 * A model that a run keeps, under a name that later runs can share. Its version is the number of its run, which is never given again.
 *
 * @param name as it was first written; case does not tell models apart
 * @param run the run that keeps it
 * @param artifact the id of its file; empty where the run keeps one model only
 * @param stages what it is used for, such as production; a stage of a name belongs to one version
 */
public record ModelVersion(String name, RunSummary run, String artifact, List<String> stages) {
    /** What stands before a name in a tag of its run. */
    static final String TAG = "model:";
    /** The stage that a user is offered first. */
    public static final String PRODUCTION = "production";
    /** The word for the version with the largest number, which is no stage. */
    public static final String LATEST = "latest";
    static final int LONGEST = 40;
    static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0," + (LONGEST - 1) + "}");
    static final Pattern STAGE = Pattern.compile("\\p{L}[\\p{L}\\p{N}._-]{0," + (LONGEST - 1) + "}");
    private static final Pattern WORDS = Pattern.compile(TAG + "(" + NAME + ")(?:/([^@]+)|@(" + STAGE + "))?", Pattern.CASE_INSENSITIVE);

    public ModelVersion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(run, "run");
        stages = List.copyOf(stages);
    }

    /** Its number among those of its name: that of its run. */
    public long version() {
        return run.id();
    }

    /** What it is called where one version is meant: {@code churn@17}. */
    public String reference() {
        return name + '@' + version();
    }

    boolean named(String other) {
        return folded(name).equals(folded(other));
    }

    boolean holds(String stage) {
        return stages.stream().anyMatch(stage::equalsIgnoreCase);
    }

    static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The models of a run, as its tags say. */
    static List<ModelVersion> of(RunSummary run) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> artifacts = new LinkedHashMap<>();
        Map<String, List<String>> stages = new LinkedHashMap<>();
        for (String tag : run.tags()) {
            Matcher words = WORDS.matcher(tag);
            if (words.matches()) {
                String key = folded(words.group(1));
                names.putIfAbsent(key, words.group(1));
                if (words.group(2) != null) {
                    artifacts.put(key, words.group(2));
                }
                if (words.group(3) != null) {
                    stages.computeIfAbsent(key, none -> new ArrayList<>()).add(words.group(3));
                }
            }
        }
        return names.entrySet().stream().map(each -> new ModelVersion(each.getValue(), run, artifacts.getOrDefault(each.getKey(), ""),
                stages.getOrDefault(each.getKey(), List.of()))).toList();
    }
}
