package org.orrery.jobs.internal.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

/** A line of the list of runs as bytes that a process reads that has just started: no class is looked into, nothing is parsed. */
final class LineBytes {
    private LineBytes() {
    }

    static void write(DataOutputStream out, RunSummary line) throws IOException {
        out.writeLong(line.id());
        text(out, line.analysis());
        text(out, line.name());
        text(out, line.state().name());
        out.writeLong(line.submitted().getEpochSecond());
        out.writeInt(line.submitted().getNano());
        instant(out, line.started());
        instant(out, line.finished());
        text(out, line.dataset());
        text(out, line.bestName());
        out.writeDouble(line.bestValue());
        UnitCounts units = line.units();
        for (int count : new int[] {units.done(), units.total(), units.restored(), units.failed(), units.skipped()}) {
            out.writeInt(count);
        }
        out.writeByte(line.resumable() ? 1 : 0);
        texts(out, line.tags());
        text(out, line.note());
        texts(out, line.others());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static void instant(DataOutputStream out, Optional<Instant> instant) throws IOException {
        out.writeByte(instant.isPresent() ? 1 : 0);
        if (instant.isPresent()) {
            out.writeLong(instant.get().getEpochSecond());
            out.writeInt(instant.get().getNano());
        }
    }

    /** The line that begins there. */
    static RunSummary read(ByteBuffer in) {
        return new RunSummary(in.getLong(), text(in), text(in), RunState.valueOf(text(in)), Instant.ofEpochSecond(in.getLong(), in.getInt()), instant(in), instant(in),
                text(in), text(in), in.getDouble(), new UnitCounts(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()), in.get() == 1, texts(in),
                text(in), texts(in));
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> texts(ByteBuffer in) {
        List<String> texts = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static Optional<Instant> instant(ByteBuffer in) {
        return in.get() == 1 ? Optional.of(Instant.ofEpochSecond(in.getLong(), in.getInt())) : Optional.empty();
    }
}
