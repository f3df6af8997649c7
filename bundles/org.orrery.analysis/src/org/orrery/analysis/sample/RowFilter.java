package org.orrery.analysis.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Problems;
import org.orrery.analysis.settings.Nearest;
import org.orrery.data.Column;
import org.orrery.data.Dataset;
import org.orrery.data.Table;
import org.orrery.data.ValueTest;

/**
 * The rows of a data set that an analysis uses: those that fulfil all conditions. Immutable and thread-safe.
 *
 * @param conditions without any, every row is used
 */
public record RowFilter(List<RowCondition> conditions) {
    public RowFilter {
        conditions = List.copyOf(conditions);
    }

    /** Whether every row is used. */
    public boolean isOpen() {
        return conditions.isEmpty();
    }

    /** The columns that it looks at, each once. */
    public List<String> columns() {
        return conditions.stream().map(RowCondition::column).distinct().toList();
    }

    /**
     * Tells what is wrong with the conditions.
     *
     * @param setting the name of the setting that holds them
     */
    public void check(String setting, Dataset dataset, Problems problems) {
        for (int i = 0; i < conditions.size(); i++) {
            RowCondition condition = conditions.get(i);
            String place = setting + "[" + i + "].";
            Optional<Column> column = dataset.schema().find(condition.column());
            if (column.isEmpty()) {
                problems.error(Code.MISSING_COLUMN, place + "column",
                        Nearest.hint(Messages.bind(Messages.RowFilter_noColumn, dataset.name(), condition.column()), Nearest.of(condition.column(), dataset.schema().names())));
            } else if (condition.is().needsValue() && condition.value().filter(value -> !value.isBlank()).isEmpty()) {
                problems.error(Code.BAD_SETTING, place + "value", Messages.bind(Messages.RowFilter_noValue, condition.column()));
            } else if (!test(condition, column.get()).isReadable()) {
                String sentence = column.get().type().isText() ? Messages.RowFilter_noOrder : Messages.RowFilter_unreadable;
                problems.error(Code.BAD_SETTING, place + (column.get().type().isText() ? "is" : "value"),
                        Messages.bind(sentence, new Object[] {condition.column(), column.get().type().id(), condition.value().orElse("")}));
            }
        }
    }

    private static ValueTest test(RowCondition condition, Column column) {
        return new ValueTest(column, condition.is(), condition.value().orElse(""));
    }

    /**
     * The rows that are used.
     *
     * @param table holds all the columns that are looked at
     * @return positions, ascending
     * @throws IllegalArgumentException when {@link #check} has something against it
     */
    public int[] rows(Table table) {
        List<ValueTest.Answer> answers = new ArrayList<>();
        for (RowCondition condition : conditions) {
            int position = table.schema().names().indexOf(condition.column());
            if (position < 0) {
                throw new IllegalArgumentException("No column " + condition.column());
            }
            answers.add(test(condition, table.schema().columns().get(position)).at(position));
        }
        return IntStream.range(0, table.rows()).filter(row -> answers.stream().allMatch(answer -> answer.keeps(table, row))).toArray();
    }
}
