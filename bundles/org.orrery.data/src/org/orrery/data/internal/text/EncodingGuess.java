package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which encodings a file that is not UTF-8 may have. All of its bytes must be characters there; the order is that of how
 * much the text looks like the languages written in it. A file in which UTF-8 prevails is damaged and has none.
 */
final class EncodingGuess {
    private static final List<String> NAMES = List.of("windows-1252", "windows-1250", "windows-1251", "KOI8-R", "Shift_JIS", "EUC-JP", "GB18030",
            "Big5", "EUC-KR");
    private static final double PLAUSIBLE = 0.5;
    /** Fewer characters beyond ASCII prove nothing. */
    private static final int FEWEST = 6;

    private static final class Candidate {
        private final Charset charset;
        private final CharsetDecoder decoder;
        private final Plausibility text;
        private final CharBuffer chars = CharBuffer.allocate(1 << 16);
        private boolean fits = true;

        Candidate(Charset charset) {
            this.charset = charset;
            this.text = new Plausibility();
            this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        /** Takes bytes; what is left in the buffer belongs to the next ones. */
        void take(ByteBuffer bytes, boolean last) {
            while (fits) {
                var result = decoder.decode(bytes, chars, last);
                chars.flip();
                text.take(chars);
                chars.clear();
                if (result.isUnderflow()) {
                    fits = !(last && bytes.hasRemaining());
                    return;
                }
                fits = !result.isError();
            }
        }

        double score() {
            return text.score();
        }
    }

    private final List<Candidate> candidates = new ArrayList<>();
    private final Utf8Count utf8 = new Utf8Count();

    private EncodingGuess() {
        for (String name : NAMES) {
            if (Charset.isSupported(name)) {
                candidates.add(new Candidate(Charset.forName(name)));
            }
        }
    }

    /** The encodings that are left when all bytes were seen, best first; empty when there is none. */
    static List<Charset> of(InputStream input) throws IOException {
        EncodingGuess guess = new EncodingGuess();
        guess.read(input);
        return guess.ranked();
    }

    private void read(InputStream input) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte[][] rests = new byte[candidates.size()][0];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            utf8.take(buffer, read);
            for (int i = 0; i < rests.length; i++) {
                rests[i] = take(candidates.get(i), rests[i], buffer, read);
            }
        }
        for (int i = 0; i < rests.length; i++) {
            candidates.get(i).take(ByteBuffer.wrap(rests[i]), true);
        }
    }

    private static byte[] take(Candidate candidate, byte[] rest, byte[] buffer, int length) {
        if (!candidate.fits) {
            return rest;
        }
        ByteBuffer bytes = ByteBuffer.allocate(rest.length + length).put(rest).put(buffer, 0, length).flip();
        candidate.take(bytes, false);
        byte[] left = new byte[bytes.remaining()];
        bytes.get(left);
        return left;
    }

    private List<Charset> ranked() {
        if (utf8.prevails()) {
            return List.of();
        }
        List<Candidate> left = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean western = candidate.charset.equals(Encodings.WINDOWS_1252);
            // Where nothing has the shape of UTF-8 and nothing looks right, the encoding of most old files is the least guess.
            boolean likely = candidate.score() >= PLAUSIBLE && candidate.text.total() >= FEWEST || western;
            if (candidate.fits && likely && (utf8.sequences() == 0 || isWide(candidate.charset))) {
                left.add(candidate);
            }
        }
        left.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return left.stream().map(candidate -> candidate.charset).toList();
    }

    /** Whether accents in it never have the shape of UTF-8 by chance: only there does such a shape speak against it. */
    private static boolean isWide(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() > 1 || charset.name().equals("KOI8-R") || charset.name().equals("windows-1251");
    }

    /** Counts what has the shape of UTF-8, also if it is one that UTF-8 forbids, and what has not. */
    private static final class Utf8Count {
        private long sequences;
        private long broken;
        private int pending;

        void take(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                int value = buffer[i] & 0xFF;
                boolean follows = value >= 0x80 && value < 0xC0;
                if (follows && pending > 0) {
                    sequences += --pending == 0 ? 1 : 0;
                    continue;
                }
                broken += pending > 0 || follows ? 1 : 0;
                pending = value >= 0xF0 && value < 0xF8 ? 3 : value >= 0xE0 && value < 0xF0 ? 2 : value >= 0xC0 && value < 0xE0 ? 1 : 0;
                broken += value >= 0xF8 ? 1 : 0;
            }
        }

        long sequences() {
            return sequences;
        }

        boolean prevails() {
            return sequences > 0 && 2 * sequences >= broken;
        }
    }
}
