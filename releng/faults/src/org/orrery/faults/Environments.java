package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.orrery.testkit.DocumentDifference;

/**
 * F18: languages that write numbers, letters and lines in their own way; folders, and a home of the user, with names of all kinds and of great length.
 * The fixture under the engine and the product, and a classification of a file in the languages in which cases and digits are not those of English.
 */
final class Environments implements Campaign {
    private static final List<String> SETTINGS = List.of("--set", "units=4", "--set", "rows=5", "--set", "chain=true", "--set", "artifact=true");
    private static final List<String> LANGUAGES = List.of("tr-TR", "de-DE", "ar-EG", "ja-JP", "th-TH", "fa-IR");
    /** The first of these the product gets in the short form, whose small letters are not those of English; in the long form all. */
    private static final List<String> PRODUCT = List.of("tr-TR", "ar-EG", "ja-JP");
    private static final String NAME = "Ein Ordner – ünï कोड 空白 #%20 'q'";

    @Override
    public String id() {
        return "F18";
    }

    @Override
    public String title() {
        return "languages, and folders with names of all kinds";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        if (tally.get("F18.done at") > 0) {
            return;
        }
        String expected = document(bench, bench.engine(), List.of(), bench.folder("languages"));
        for (String language : LANGUAGES) {
            compare(bench, tally, bench.engine(), options(language), bench.folder("languages"), expected);
        }
        Path odd = bench.folder("languages").resolve(NAME);
        compare(bench, tally, bench.engine(), at(odd.resolveSibling(NAME + " home"), "de-DE"), odd, expected);
        Path deep = bench.folder("languages");
        for (int i = 0; i < 12; i++) {
            deep = deep.resolve("a folder that lies deep below ".repeat(2) + i);
        }
        compare(bench, tally, bench.engine(), at(deep.resolveSibling("home"), "de-DE"), deep, expected);
        List<String> classified = bench.longForm() ? PRODUCT : PRODUCT.subList(0, 1);
        String straight = classification(bench, List.of("-Duser.language=en"), bench.folder("languages"));
        for (String language : classified) {
            Path place = bench.folder("languages").resolve(NAME);
            compare(bench, tally, bench.product(), at(place.resolveSibling(NAME + " home"), language), place, expected);
            judge(tally, language + " with a real analysis", () -> Bench.differences(straight,
                    classification(bench, options(language), Files.createDirectories(place.resolveSibling("classified")))));
        }
        tally.add("F18.done at", 1);
        tally.store();
    }

    private static List<String> options(String language) {
        return List.of("-Duser.language=" + language.substring(0, 2), "-Duser.country=" + language.substring(3));
    }

    private static List<String> at(Path home, String language) throws IOException {
        List<String> options = new ArrayList<>(options(language));
        options.add("-Duser.home=" + Files.createDirectories(home));
        return options;
    }

    private static void compare(Bench bench, Tally tally, Program program, List<String> options, Path workspace, String expected) {
        judge(tally, options + " in a path of " + workspace.toString().length() + " characters",
                () -> Bench.differences(expected, document(bench, program, options, Files.createDirectories(workspace))));
    }

    private static void judge(Tally tally, String where, Callable<List<DocumentDifference>> trial) {
        try {
            var differences = trial.call();
            if (!differences.isEmpty()) {
                tally.broken("F18", where + ": " + differences.get(0));
            } else {
                tally.add("F18.identical", 1);
            }
        } catch (Exception e) {
            tally.broken("F18", where + ": " + e.getMessage());
        }
        tally.add("F18.trials", 1);
    }

    private static String classification(Bench bench, List<String> options, Path workspace) throws Exception {
        Program.End end = bench.product().run(options, "run", "classification", "--data", bench.churn().toString(), "--set", "target=churn", "--set", "folds=2",
                "--set", "models=logistic-regression,decision-tree", "--json", "--workspace", workspace.toString());
        if (end.code() != 0) {
            throw new IOException("The classification ended with " + end.code() + ": " + end.last());
        }
        return end.out();
    }

    private static String document(Bench bench, Program program, List<String> options, Path workspace) throws Exception {
        List<String> words = new ArrayList<>(List.of("run", "ledger"));
        words.addAll(SETTINGS);
        words.addAll(List.of("--json", "--workspace", workspace.toString()));
        Program.End end = program.run(options, words.toArray(String[]::new));
        if (end.code() != 0) {
            throw new IOException("The run ended with " + end.code() + ": " + end.last());
        }
        if (program == bench.product()) {
            // What the command line wrote must be readable by whatever reads JSON.
            return end.out();
        }
        return Bench.document(workspace);
    }
}
