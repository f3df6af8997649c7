package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;

/**
 * Which columns explain.
 *
 * @param features those that do, as far as they exist
 * @param leftOut those that were not chosen by name and are left out as identifiers or free text
 */
record ColumnChoice(List<Column> features, List<Column> leftOut) {
    /** Text that differs in more than this share of the rows cannot be a set of levels. */
    private static final double FREE_TEXT_SHARE = 0.5;

    static ColumnChoice of(ClassificationSettings settings, Schema schema) {
        List<Column> features = new ArrayList<>();
        List<Column> leftOut = new ArrayList<>();
        if (!settings.features().isEmpty()) {
            settings.features().stream().distinct().map(schema::find).flatMap(Optional::stream).forEach(features::add);
            return new ColumnChoice(features, leftOut);
        }
        long most = schema.columns().stream().mapToLong(Column::distinct).max().orElse(0);
        for (Column column : schema.columns()) {
            if (!column.name().equals(settings.target()) && !RowKeys.columns(settings).contains(column.name())) {
                boolean explains = !column.idLike() && !isFreeText(column, most);
                (explains ? features : leftOut).add(column);
            }
        }
        return new ColumnChoice(features, leftOut);
    }

    private static boolean isFreeText(Column column, long most) {
        return column.type() == ColumnType.TEXT && column.distinct() > 100 && column.distinct() > FREE_TEXT_SHARE * most;
    }

    List<String> names() {
        return features.stream().map(Column::name).toList();
    }
}
