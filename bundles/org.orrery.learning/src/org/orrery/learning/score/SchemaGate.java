package org.orrery.learning.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.settings.Nearest;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.learning.encoding.Feature;

/** Holds the columns of new data against those of training. */
final class SchemaGate {
    private final List<Feature> features;

    SchemaGate(List<Feature> features) {
        this.features = features;
    }

    List<GateProblem> problems(Schema schema) {
        List<GateProblem> problems = new ArrayList<>();
        for (Feature feature : features) {
            Optional<Column> column = schema.find(feature.name());
            if (column.isEmpty()) {
                problems.add(new GateProblem(feature.name(), Nearest.hint(NLS.bind(Messages.SchemaGate_missing, feature.name()),
                        Nearest.of(feature.name(), schema.names()))));
            } else if (!fits(feature.type(), column.get())) {
                problems.add(new GateProblem(feature.name(), NLS.bind(Messages.SchemaGate_type,
                        new Object[] {feature.name(), feature.type().id(), column.get().type().id()})));
            }
        }
        return problems;
    }

    /** Numbers of any kind count as numbers; text of any kind as text; days are days. A column without any value fits everything. */
    static boolean fits(ColumnType trained, Column column) {
        ColumnType now = column.type();
        if (trained.isText() || now.isText()) {
            return trained.isText() == now.isText();
        }
        return trained == now || isNumber(trained) && isNumber(now);
    }

    private static boolean isNumber(ColumnType type) {
        return switch (type) {
            case INTEGER, REAL, DECIMAL, BOOLEAN -> true;
            default -> false;
        };
    }
}
