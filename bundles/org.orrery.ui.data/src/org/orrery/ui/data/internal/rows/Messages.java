package org.orrery.ui.data.internal.rows;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ColumnHead_distinct;
    public static String ColumnHead_little;
    public static String ColumnHead_missing;
    public static String ColumnShape_mostly;
    public static String ColumnShape_range;
    public static String ColumnsDialog_all;
    public static String ColumnsDialog_find;
    public static String ColumnsDialog_none;
    public static String ColumnsDialog_one;
    public static String ColumnsDialog_text;
    public static String ColumnsDialog_title;
    public static String Condition_empty;
    public static String Condition_no;
    public static String Condition_value;
    public static String Condition_yes;
    public static String FilterBar_column;
    public static String FilterBar_hint;
    public static String FilterBar_operator;
    public static String FilterBar_remove;
    public static String FilterBar_value;
    public static String JobProgress_bytes;
    public static String JobProgress_rows;
    public static String Operator_atLeast;
    public static String Operator_atMost;
    public static String Operator_contains;
    public static String Operator_differs;
    public static String Operator_equals;
    public static String Operator_greater;
    public static String Operator_less;
    public static String Operator_missing;
    public static String Operator_present;
    public static String PageCache_reading;
    public static String RowOrdering_rows;
    public static String RowOrdering_texts;
    public static String RowsPage_all;
    public static String RowsPage_columns;
    public static String RowsPage_copied;
    public static String RowsPage_copy;
    public static String RowsPage_copyLimit;
    public static String RowsPage_earlier;
    public static String RowsPage_failed;
    public static String RowsPage_filter;
    public static String RowsPage_filterColumn;
    public static String RowsPage_find;
    public static String RowsPage_freeze;
    public static String RowsPage_goTo;
    public static String RowsPage_goToRange;
    public static String RowsPage_goToText;
    public static String RowsPage_goToTitle;
    public static String RowsPage_hide;
    public static String RowsPage_importFirst;
    public static String RowsPage_keep;
    public static String RowsPage_later;
    public static String RowsPage_next;
    public static String RowsPage_noneAbove;
    public static String RowsPage_noneBelow;
    public static String RowsPage_part;
    public static String RowsPage_previous;
    public static String RowsPage_selectAll;
    public static String RowsPage_showAll;
    public static String RowsPage_some;
    public static String RowsPage_unfreeze;
    public static String RowsPage_working;
    public static String RowsTable_name;
    public static String ShapeCache_reading;
    public static String WorkBar_progress;
    public static String WorkBar_stop;

    static {
        NLS.initializeMessages("org.orrery.ui.data.internal.rows.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
