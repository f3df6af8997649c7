package org.orrery.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The beginning of a file as it would be read, before it is: what was detected, what is wrong, and what only the user can
 * know. Every offer carries the options that take it, so that taking one is another preview, or an import, with those.
 *
 * @param file the file
 * @param options how it would be read, with everything detected filled in
 * @param schema the columns, with types by what was looked at; empty when no table was found
 * @param names all columns of the file in order, those that are left out too; empty when no table was found
 * @param rows its first rows, as they stand in the file, ragged ones included
 * @param questions what can be meant in more than one way, with the way that was taken
 * @param problems what the import refuses, in the order of lines; at most 200
 * @param warnings what the user should know
 * @param whole whether the file ends with what was looked at
 */
public record ImportPreview(Path file, ReadOptions options, Schema schema, List<String> names, List<Row> rows, List<Question> questions,
        List<Problem> problems, List<DataWarning> warnings, boolean whole) {
    /**
     * A row as it stands in the file.
     *
     * @param line where it begins, from 1
     * @param cells the texts of its fields, of columns that are left out too
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One way to go on.
     *
     * @param text what it means, in a few words
     * @param options the options that go this way: those that were asked for, with one change
     */
    public record Choice(String text, ReadOptions options) {
        public Choice {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(options, "options");
        }
    }

    /**
     * Something that can be meant in more than one way.
     *
     * @param option the kebab-case name of the read option that decides it
     * @param text the question
     * @param choices the ways; at least two
     * @param chosen which of them was taken
     */
    public record Question(String option, String text, List<Choice> choices, int chosen) {
        public Question {
            choices = List.copyOf(choices);
            Objects.checkIndex(chosen, choices.size());
        }
    }

    /**
     * Something that the import refuses.
     *
     * @param line where it is, from 1; 0 when it has no line
     * @param text what is wrong
     * @param repairs ways to read the file all the same; often empty
     */
    public record Problem(long line, String text, List<Choice> repairs) {
        public Problem {
            repairs = List.copyOf(repairs);
        }
    }

    public ImportPreview {
        Objects.requireNonNull(file, "file");
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Whether nothing that was looked at keeps the file from being imported. */
    public boolean isReadable() {
        return problems.isEmpty() && schema.size() > 0;
    }
}
