package org.orrery.ui;

import org.orrery.data.ColumnType;

/** The words for the types of columns, in the reader's language. */
public final class TypeTexts {
    private TypeTexts() {
    }

    /** The word for that type. */
    public static String name(ColumnType type) {
        return switch (type) {
            case INTEGER -> Messages.TypeTexts_integer;
            case REAL -> Messages.TypeTexts_real;
            case DECIMAL -> Messages.TypeTexts_decimal;
            case TEXT -> Messages.TypeTexts_text;
            case CATEGORY -> Messages.TypeTexts_category;
            case BOOLEAN -> Messages.TypeTexts_boolean;
            case DATE -> Messages.TypeTexts_date;
            case TIMESTAMP -> Messages.TypeTexts_timestamp;
            case DURATION -> Messages.TypeTexts_duration;
        };
    }
}
