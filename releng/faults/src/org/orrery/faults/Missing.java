package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** F16: the plug-in of an analysis is removed, or comes back in another version, while its runs are stored. */
final class Missing implements Campaign {
    private static final String FIXTURE = "org.orrery.faults.fixture";
    private static final String[] UNITS = {"--set", "units=3", "--set", "rows=5", "--set", "artifact=true"};

    @Override
    public String id() {
        return "F16";
    }

    @Override
    public String title() {
        return "a plug-in that is gone, or another";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Path place = bench.folder("missing");
        String workspace = place.resolve("workspace").toString();
        straight(bench, workspace, "run", "ledger", UNITS);
        // It is stopped by the end of its process, and could go on.
        bench.product().run(List.of("-Dorrery.faults.haltAt=FORCE/journal:4"), words("run", "ledger", workspace, UNITS));
        Program.End before = straight(bench, workspace, "show", "1");
        Product without = variant(bench, place.resolve("without"), Optional.empty());
        Program.End after = without.run(List.of(), words("show", "1", workspace));
        check(tally, after.code() == 0 && after.out().equals(before.out()), "a run of a plug-in that is gone is shown otherwise: " + after.last());
        check(tally, after.out().contains("\"rows\": 5"), "its parameters are not readable");
        Program.End runs = without.run(List.of(), "runs", "--json", "--workspace", workspace);
        check(tally, runs.code() == 0 && runs.out().contains("\"run\": 1") && runs.out().contains("\"run\": 2"), "the history does not open: " + runs.last());
        Program.End export = without.run(List.of(), "export", "1", place.resolve("one.orun").toString(), "--workspace", workspace);
        check(tally, export.code() == 0 && Files.exists(place.resolve("one.orun")), "it cannot be exported: " + export.last());
        Program.End refused = without.run(List.of(), words("resume", "2", workspace));
        check(tally, refused.code() != 0 && refused.out().contains("ledger is not installed"), "its resume is refused otherwise: " + refused.last());
        Program.End another = without.run(List.of(), words("run", "ledger", workspace));
        check(tally, another.code() != 0 && another.out().contains("unknown-analysis"), "a new run is refused otherwise: " + another.last());
        Product later = variant(bench, place.resolve("later"), Optional.of("1.1.0"));
        Program.End other = later.run(List.of(), words("resume", "2", workspace));
        check(tally, other.code() != 0 && other.out().contains("1.1.0"), "a resume with another version is refused otherwise: " + other.last());
        Product fixed = variant(bench, place.resolve("fixed"), Optional.of("1.0.1"));
        Program.End resumed = fixed.run(List.of(), words("resume", "2", workspace));
        check(tally, resumed.code() == 0, "a resume with a corrected version does not complete: " + resumed.last());
        tally.add("F16.trials", 1);
        tally.store();
    }

    private static void check(Tally tally, boolean kept, String sentence) {
        tally.add("F16.checks", 1);
        if (!kept) {
            tally.broken("F16", sentence);
        }
    }

    private static String[] words(String verb, String of, String workspace, String... more) {
        List<String> words = new ArrayList<>(List.of(verb, of));
        words.addAll(List.of(more));
        words.addAll(List.of("--json", "--workspace", workspace));
        return words.toArray(String[]::new);
    }

    private static Program.End straight(Bench bench, String workspace, String verb, String of, String... more) throws IOException, InterruptedException {
        Program.End end = bench.product().run(List.of(), words(verb, of, workspace, more));
        if (end.code() != 0) {
            throw new IOException(verb + " ended with " + end.code() + ": " + end.last());
        }
        return end;
    }

    /** A copy of the product with another version of the plug-in, or without it. */
    private static Product variant(Bench bench, Path folder, Optional<String> version) throws Exception {
        if (new ProcessBuilder("cp", "-Rl", bench.product().folder().toString(), folder.toString()).start().waitFor() != 0) {
            throw new IOException("The product cannot be copied to " + folder);
        }
        Path jar;
        try (Stream<Path> all = Files.list(folder.resolve("plugins"))) {
            jar = all.filter(each -> each.getFileName().toString().startsWith(FIXTURE)).findFirst().orElseThrow();
        }
        Path info = folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        List<String> lines = new ArrayList<>(Files.readAllLines(info));
        lines.removeIf(line -> line.startsWith(FIXTURE));
        // The copy shares its files with the original: what changes is written anew.
        Files.delete(info);
        if (version.isPresent()) {
            Path next = folder.resolve("plugins").resolve(FIXTURE + "_" + version.get() + ".jar");
            copy(jar, next, version.get());
            lines.add(FIXTURE + "," + version.get() + ",plugins/" + next.getFileName() + ",4,false");
        }
        Files.delete(jar);
        Files.write(info, lines);
        return new Product(folder, bench.product().children(), Optional.of(folder.resolve("own-configuration")));
    }

    private static void copy(Path jar, Path to, String version) throws IOException {
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }
}
