package org.orrery.learning.validation;

/** How rows are divided into those that train and those that test. */
public enum ValidationScheme {
    /** Folds in which every class keeps its share. */
    STRATIFIED,
    /** Folds that never divide the rows of a group. */
    GROUPED,
    /** Later rows are predicted from earlier ones. */
    TIME_ORDERED,
    /** One part tests, the rest trains. */
    HOLD_OUT,
    /** The folds stand in a column. */
    FOLD_COLUMN,
    /** Every row is predicted by a model that was trained on all others. */
    LEAVE_ONE_OUT
}
