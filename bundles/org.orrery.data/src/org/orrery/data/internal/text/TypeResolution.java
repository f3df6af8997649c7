package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.data.ColumnType;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;

/** Chooses the decimal mark of a file and the type of each column from what a pass has seen of all of them. */
final class TypeResolution {
    /** The scale of a plan for doubles where decimals were tried and do not hold the digits either. */
    private static final int NO_DECIMALS = -1;

    private final char decimal;
    /** The kind that a date is taken as which could have day or month first; 0 when it stays text. */
    private final int order;
    private final List<ColumnPlan> plans = new ArrayList<>();

    /** @param options decimal mark and order of dates, when the user has set them */
    TypeResolution(List<ColumnScan> scans, ReadOptions options) {
        this.decimal = options.decimal().orElseGet(() -> mark(scans));
        this.order = options.dateOrder().map(given -> given == DateOrder.DAY_FIRST ? Kinds.DATE_DMY : Kinds.DATE_MDY).orElse(0);
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
            case DATE -> days(scan, dateKind(scan.kinds()));
            case TIMESTAMP -> days(scan, timestampKind(scan.kinds()));
            case CATEGORY -> new ColumnPlan(scan.asked(), ColumnType.TEXT, Kinds.TEXT, 0);
            default -> new ColumnPlan(scan.asked(), type, Kinds.ANY, 0);
        };
    }

    private static ColumnPlan days(ColumnScan scan, int kind) {
        return new ColumnPlan(scan.asked(), kind == 0 ? ColumnType.TEXT : scan.asked().get(), kind, 0);
    }

    private ColumnPlan detected(ColumnScan scan) {
        int kinds = scan.kinds();
        if (scan.facts().present == 0 || kinds == Kinds.ANY && scan.plan().type() == ColumnType.TEXT) {
            // Nothing but missing values, and hyphens, which say nothing.
            return ColumnPlan.UNKNOWN;
        }
        if ((kinds & Kinds.INTEGER) != 0) {
            return plan(ColumnType.INTEGER, Kinds.INTEGER);
        }
        if ((kinds & markKind()) != 0) {
            return number(scan);
        }
        if ((kinds & Kinds.BOOLEAN) != 0) {
            return plan(ColumnType.BOOLEAN, Kinds.BOOLEAN);
        }
        if (dateKind(kinds) != 0) {
            return plan(ColumnType.DATE, dateKind(kinds));
        }
        if (timestampKind(kinds) != 0) {
            return plan(ColumnType.TIMESTAMP, timestampKind(kinds));
        }
        return (kinds & Kinds.DURATION) != 0 ? plan(ColumnType.DURATION, Kinds.DURATION) : plan(ColumnType.TEXT, kinds);
    }

    /** Doubles, or decimals where a double would not hold all digits and eighteen do. */
    private ColumnPlan number(ColumnScan scan) {
        ColumnPlan before = scan.plan();
        boolean tried = before.type() == ColumnType.DECIMAL || before.type() == ColumnType.REAL && before.scale() == NO_DECIMALS;
        boolean fits = scan.facts().rounded && scan.facts().fitsDecimal() && before.scale() != NO_DECIMALS;
        return fits ? new ColumnPlan(Optional.empty(), ColumnType.DECIMAL, markKind(), scan.facts().places())
                : new ColumnPlan(Optional.empty(), ColumnType.REAL, markKind(), tried ? NO_DECIMALS : 0);
    }

    private int timestampKind(int kinds) {
        return Kinds.timestamps(dateKind(Kinds.dayOf(kinds)));
    }

    /** The one kind of date that these are; 0 when they are none or it is not clear which. */
    private int dateKind(int kinds) {
        return Kinds.dayAndMonthUnclear(kinds & Kinds.DATE) ? order : Integer.lowestOneBit(kinds & Kinds.DATE);
    }

    private static ColumnPlan plan(ColumnType type, int kind) {
        return new ColumnPlan(Optional.empty(), type, kind, 0);
    }
}
