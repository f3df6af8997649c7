package org.orrery.jobs.internal.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.search.RunFacts;

/** Makes a book of runs. For one thread, once. */
final class RunBookWriter {
    /** More is not held in memory for a search; the oldest runs are then read one by one. */
    private static final int MOST_BYTES = 1 << 26;

    private final Part entries = new Part();
    private final Part values = new Part();
    private final Part keys = new Part();
    private final Part lines = new Part();
    private final Part texts = new Part();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private long known;

    private RunBookWriter() {
    }

    private static final class Part {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
    }

    /**
     * Writes a book of these runs; what the one before knows and is still true is not read again.
     *
     * @param numbers of all run folders, the highest first
     * @param runs the folder that they lie in
     * @param stop asked before each run; when it says so nothing is written
     */
    static void write(DurableFiles files, Path file, List<Long> numbers, Path runs, BooleanSupplier stop) throws IOException {
        RunBook before = RunBook.read(file);
        RunBookWriter writer = new RunBookWriter();
        for (long run : numbers) {
            if (stop.getAsBoolean()) {
                return;
            }
            if (writer.bytes() < MOST_BYTES) {
                writer.add(run, new RunFolder(runs.resolve(Long.toString(run))), before);
            }
        }
        files.replace(file, writer.content(numbers.size()));
    }

    private long bytes() {
        return (long) values.out.size() + keys.out.size() + lines.out.size() + texts.out.size();
    }

    private void add(long run, RunFolder folder, RunBook before) throws IOException {
        // Looked at before the facts are read: what is written meanwhile makes the entry out of date and not wrong.
        Optional<RunBook.Stamp> stamp = RunBook.Stamp.of(folder);
        if (stamp.isEmpty()) {
            return;
        }
        Optional<RunSummary> line;
        Optional<RunFacts> facts;
        if (before.holds(run, folder)) {
            line = before.line(run);
            facts = before.facts(run);
        } else {
            Optional<SummaryFile.Content> content = SummaryFile.content(folder);
            line = content.flatMap(SummaryFile.Content::summary);
            facts = content.flatMap(SummaryFile.Content::facts);
        }
        if (line.isPresent() && facts.isPresent() && facts.get().values().keySet().stream().noneMatch(name -> name.lines().count() != 1)) {
            LineBytes.write(lines.out, line.get());
            add(facts.get());
            for (long number : new long[] {run, stamp.get().length(), stamp.get().changed(), lines.out.size(), keys.out.size() / Integer.BYTES}) {
                entries.out.writeLong(number);
            }
            known++;
        }
    }

    private void add(RunFacts facts) throws IOException {
        for (Map.Entry<String, Object> fact : facts.values().entrySet()) {
            int key = names.computeIfAbsent(fact.getKey(), name -> names.size());
            if (fact.getValue() instanceof Double number) {
                values.out.writeLong(Double.doubleToRawLongBits(number));
                keys.out.writeInt(key);
            } else {
                byte[] text = fact.getValue().toString().getBytes(StandardCharsets.UTF_8);
                values.out.writeLong((long) texts.out.size() << Integer.SIZE | text.length);
                texts.out.write(text);
                keys.out.writeInt(~key);
            }
        }
    }

    private byte[] content(long seen) throws IOException {
        Part all = new Part();
        byte[] named = String.join("\n", names.keySet()).getBytes(StandardCharsets.UTF_8);
        for (long number : new long[] {RunBook.KIND, seen, known, 0, keys.out.size() / Integer.BYTES, lines.out.size(), texts.out.size(), named.length}) {
            all.out.writeLong(number);
        }
        for (Part part : List.of(entries, values, keys, lines, texts)) {
            part.bytes.writeTo(all.out);
        }
        all.out.write(named);
        byte[] content = all.bytes.toByteArray();
        RunBook.seal(content);
        return content;
    }
}
