package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Where the fields of a line of fixed width stand, in characters.
 *
 * @param widths how many characters each field takes; empty when the file is not of fixed width
 * @param gaps places, from 0, between fields that were found to be blank in every line and so have to stay it
 */
record FixedLayout(List<Integer> widths, List<Integer> gaps) {
    /** No fields of fixed width. */
    static final FixedLayout NONE = new FixedLayout(List.of(), List.of());
    private static final int FEWEST_LINES = 4;
    private static final int WIDEST = 4_096;

    FixedLayout {
        widths = List.copyOf(widths);
        gaps = List.copyOf(gaps);
    }

    /** Fields of these widths, which may touch each other. */
    static FixedLayout of(List<Integer> widths) {
        return new FixedLayout(widths, List.of());
    }

    boolean isFixed() {
        return !widths.isEmpty();
    }

    /** The layout as a person counts: 1–4, 6–12. */
    String places() {
        List<String> places = new ArrayList<>();
        int from = 1;
        for (int width : widths) {
            places.add(from + "–" + (from + width - 1));
            from += width;
        }
        return String.join(", ", places);
    }

    /**
     * The layout that a sample shows: at least two fields with a gap that is blank in every line, each field with all its
     * values flush left or all flush right, and somewhere two blanks in a row, which prose has not.
     */
    static Optional<FixedLayout> detect(String sample, int skip) {
        List<String> lines = sample.lines().skip(skip).filter(line -> !line.isBlank()).toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        boolean tabs = lines.stream().anyMatch(line -> line.indexOf('\t') >= 0);
        if (lines.size() < FEWEST_LINES || width > WIDEST || tabs || lines.stream().noneMatch(line -> line.strip().contains("  "))) {
            return Optional.empty();
        }
        BitSet filled = new BitSet(width);
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) != ' ') {
                    filled.set(i);
                }
            }
        }
        return layout(lines, filled, width);
    }

    private static Optional<FixedLayout> layout(List<String> lines, BitSet filled, int width) {
        List<Integer> widths = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int begun = 0;
        for (int from = filled.nextSetBit(0); from >= 0;) {
            int to = filled.nextClearBit(from);
            if (!isAligned(lines, from, to, true) && !isAligned(lines, from, to, false)) {
                return Optional.empty();
            }
            from = filled.nextSetBit(to);
            // Longer numbers grow to the left and longer texts to the right: the gap is theirs but for the one place watched.
            boolean grows = from >= 0 && !isAligned(lines, from, filled.nextClearBit(from), true);
            int end = from < 0 ? width : grows ? to + 1 : from;
            if (from >= 0) {
                gaps.add(end - 1);
            }
            widths.add(end - begun);
            begun = end;
        }
        return widths.size() < 2 ? Optional.empty() : Optional.of(new FixedLayout(widths, gaps));
    }

    /** Whether the values between these places stand flush left, or flush right. */
    private static boolean isAligned(List<String> lines, int from, int to, boolean left) {
        // The first line may hold names, which stand as they like.
        for (String line : lines.subList(1, lines.size())) {
            String cell = line.substring(Math.min(from, line.length()), Math.min(to, line.length()));
            if (!cell.isBlank() && (left ? cell.charAt(0) == ' ' : cell.length() < to - from || cell.charAt(cell.length() - 1) == ' ')) {
                return false;
            }
        }
        return true;
    }
}
