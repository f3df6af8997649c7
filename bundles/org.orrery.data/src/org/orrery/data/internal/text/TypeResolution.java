package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.data.ColumnType;

/** Chooses the decimal mark of a file and the type of each column from what a pass has seen of all of them. */
final class TypeResolution {
    private final char decimal;
    private final List<ColumnPlan> plans = new ArrayList<>();

    /** @param asked the decimal mark that the user has set */
    TypeResolution(List<ColumnScan> scans, Optional<Character> asked) {
        this.decimal = asked.orElseGet(() -> mark(scans));
        for (ColumnScan scan : scans) {
            plans.add(scan.asked().isPresent() ? asked(scan) : detected(scan));
        }
    }

    /** The comma when some column needs it and none needs the point; 1,234 alone does not need it, since it may be a thousand. */
    private static char mark(List<ColumnScan> scans) {
        boolean comma = false;
        for (ColumnScan scan : scans) {
            int marks = scan.asked().isPresent() ? scan.facts().marks : scan.kinds() & Kinds.REAL;
            boolean numeric = scan.facts().present > 0 && (scan.asked().isPresent() || marks == scan.kinds());
            if (numeric && marks == Kinds.REAL_POINT) {
                return '.';
            }
            comma |= numeric && marks == Kinds.REAL_COMMA && scan.facts().plainComma;
        }
        return comma ? ',' : '.';
    }

    char decimal() {
        return decimal;
    }

    List<ColumnPlan> plans() {
        return plans;
    }

    private int markKind() {
        return decimal == ',' ? Kinds.REAL_COMMA : Kinds.REAL_POINT;
    }

    private ColumnPlan asked(ColumnScan scan) {
        ColumnType type = scan.asked().get();
        return switch (type) {
            case REAL -> new ColumnPlan(scan.asked(), type, markKind(), 0);
            case DECIMAL -> new ColumnPlan(scan.asked(), type, markKind(), scan.facts().scale);
            case DATE -> new ColumnPlan(scan.asked(), Kinds.dayAndMonthUnclear(scan.kinds()) ? ColumnType.TEXT : type,
                    Integer.lowestOneBit(scan.kinds() & Kinds.DATE), 0);
            case CATEGORY -> new ColumnPlan(scan.asked(), ColumnType.TEXT, Kinds.TEXT, 0);
            default -> new ColumnPlan(scan.asked(), type, Kinds.ANY, 0);
        };
    }

    private ColumnPlan detected(ColumnScan scan) {
        int kinds = scan.kinds();
        if (scan.facts().present == 0) {
            return ColumnPlan.UNKNOWN;
        }
        if ((kinds & Kinds.INTEGER) != 0) {
            return plan(ColumnType.INTEGER, Kinds.INTEGER);
        }
        if ((kinds & markKind()) != 0) {
            return plan(ColumnType.REAL, markKind());
        }
        if ((kinds & Kinds.BOOLEAN) != 0) {
            return plan(ColumnType.BOOLEAN, Kinds.BOOLEAN);
        }
        if ((kinds & Kinds.DATE) != 0 && !Kinds.dayAndMonthUnclear(kinds)) {
            return plan(ColumnType.DATE, Integer.lowestOneBit(kinds & Kinds.DATE));
        }
        if ((kinds & Kinds.TIMESTAMP) != 0) {
            return plan(ColumnType.TIMESTAMP, Kinds.TIMESTAMP);
        }
        return (kinds & Kinds.DURATION) != 0 ? plan(ColumnType.DURATION, Kinds.DURATION) : plan(ColumnType.TEXT, kinds);
    }

    private static ColumnPlan plan(ColumnType type, int kind) {
        return new ColumnPlan(Optional.empty(), type, kind, 0);
    }
}
