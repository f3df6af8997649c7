package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** F18: languages that write numbers, letters and lines in their own way, and folders with names of all kinds. */
final class Environments implements Campaign {
    private static final List<String> SETTINGS = List.of("--set", "units=4", "--set", "rows=5", "--set", "chain=true", "--set", "artifact=true");
    private static final List<String> LANGUAGES = List.of("tr-TR", "de-DE", "ar-EG", "ja-JP", "th-TH", "fa-IR");
    /** The first of these the product gets in the short form, which has digits of its own; in the long form all. */
    private static final List<String> PRODUCT = List.of("ar-EG", "tr-TR", "ja-JP");
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
            compare(bench, tally, bench.engine(), language, bench.folder("languages"), expected);
        }
        compare(bench, tally, bench.engine(), "de-DE", bench.folder("languages").resolve(NAME), expected);
        Path deep = bench.folder("languages");
        for (int i = 0; i < 12; i++) {
            deep = deep.resolve("a folder that lies deep below ".repeat(2) + i);
        }
        compare(bench, tally, bench.engine(), "de-DE", deep, expected);
        for (String language : bench.longForm() ? PRODUCT : PRODUCT.subList(0, 1)) {
            compare(bench, tally, bench.product(), language, bench.folder("languages").resolve(NAME), expected);
        }
        tally.add("F18.done at", 1);
        tally.store();
    }

    private static List<String> options(String language) {
        return List.of("-Duser.language=" + language.substring(0, 2), "-Duser.country=" + language.substring(3));
    }

    private static void compare(Bench bench, Tally tally, Program program, String language, Path workspace, String expected) {
        String where = language + " in a path of " + workspace.toString().length() + " characters";
        try {
            var differences = Bench.differences(expected, document(bench, program, options(language), Files.createDirectories(workspace)));
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
