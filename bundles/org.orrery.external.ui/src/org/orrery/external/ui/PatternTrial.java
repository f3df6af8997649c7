package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.result.Result;
import org.orrery.external.Capture;
import org.orrery.external.ExternalPrograms;
import org.orrery.external.LineReader;

/**
 * Patterns tried on a log.
 *
 * @param result what they find; empty when they cannot be used
 * @param problem why they cannot be used
 * @param marks where numbers were found, as places in the whole text
 * @param hits lines that a source took
 * @param misses lines with a number in them that no source took
 */
record PatternTrial(Optional<Result> result, String problem, List<Mark> marks, int hits, int misses) {
    /** So many lines are marked; all are read. */
    private static final int MOST_MARKED = 20_000;

    /**
     * A stretch of the text.
     *
     * @param source the number of the source that found it, from 0; −1 for a line that none took
     */
    record Mark(int start, int length, int source, String name) {
    }

    /** Tries them. Never on the user interface thread. */
    static PatternTrial of(String log, String patterns, Programs programs) {
        Map<String, Object> settings = Map.of("metrics", SourceLines.plain(patterns)); //$NON-NLS-1$
        String[] lines = log.split("\n", -1); //$NON-NLS-1$
        try {
            LineReader reader = new LineReader(ExternalPrograms.sources(settings));
            List<Mark> marks = new ArrayList<>();
            int hits = 0;
            int misses = 0;
            int start = 0;
            for (String line : lines) {
                Optional<LineReader.Found> found = reader.read(line);
                if (found.isPresent()) {
                    hits++;
                    mark(marks, found.get(), start, line);
                } else if (line.chars().anyMatch(Character::isDigit)) {
                    misses++;
                    if (marks.size() < MOST_MARKED) {
                        marks.add(new Mark(start, line.length(), -1, "")); //$NON-NLS-1$
                    }
                }
                start += line.length() + 1;
            }
            List<Programs.Line> all = IntStream.range(0, lines.length).mapToObj(i -> new Programs.Line(i, lines[i])).toList();
            return new PatternTrial(Optional.of(programs.parse(all, settings)), "", marks, hits, misses); //$NON-NLS-1$
        } catch (AnalysisException e) {
            return new PatternTrial(Optional.empty(), e.setting().map(setting -> setting + ": ").orElse("") + e.getMessage(), List.of(), 0, //$NON-NLS-1$ //$NON-NLS-2$
                    (int) Arrays.stream(lines).filter(line -> !line.isBlank()).count());
        }
    }

    private static void mark(List<Mark> marks, LineReader.Found found, int start, String line) {
        if (marks.size() >= MOST_MARKED) {
            return;
        }
        if (found.captures().isEmpty() || line.indexOf('\u001B') >= 0) {
            // The form does not tell where the numbers stand, or colours have moved them: the whole line.
            marks.add(new Mark(start, line.length(), found.source(), "")); //$NON-NLS-1$
            return;
        }
        for (Capture capture : found.captures()) {
            marks.add(new Mark(start + capture.start(), capture.end() - capture.start(), found.source(), capture.name()));
        }
    }
}
