/**
 * Settings of an analysis: a record with annotations, from which the form, the description, validation, JSON and the
 * command line's {@code --set} all come.
 *
 * <p>A component is an {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, an enum, another
 * settings record, a {@code List} of these, or an {@code Optional} of a simple one. What the user reads stands in a
 * properties file named after the record, in its package: {@code folds.label}, {@code folds.help}, and for the constants
 * of an enum {@code Shape.round.label}. Names of enum constants are shown to scripts in kebab-case.
 */
package org.orrery.analysis.settings;
