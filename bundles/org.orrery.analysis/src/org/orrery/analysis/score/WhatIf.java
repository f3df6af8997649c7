package org.orrery.analysis.score;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.AnalysisException;
import org.orrery.data.ColumnType;

/** A model that is asked about single rows, made up by hand: what would it say if a value were another? Thread-safe. */
public interface WhatIf {
    /**
     * One value that the model looks at.
     *
     * @param name the column
     * @param type what its values mean
     * @param levels the words it may be, the most frequent first; empty for a number
     * @param low where the lowest tenth of training rows ends; NaN for words
     * @param high where the highest tenth begins; NaN for words
     * @param typical the middle of training rows, or the most frequent word, as {@link #predict} takes it; empty when there is none
     */
    record Field(String name, ColumnType type, List<String> levels, double low, double high, Optional<String> typical) {
        public Field {
            levels = List.copyOf(levels);
        }
    }

    /**
     * What the model says.
     *
     * @param predicted the class
     * @param probabilities of each class, in the order of the model
     * @param explained the class whose probability the contributions are about
     * @param base its mean probability over some training rows; NaN when nothing can be explained
     * @param contributions how much each column moves it from there, in the order of the columns; they add up. Empty when nothing can be
     *     explained
     * @param path the conditions that lead the row from the root of a decision tree to its leaf; empty for any other model
     */
    record Prediction(String predicted, Map<String, Double> probabilities, String explained, double base, Map<String, Double> contributions,
            List<String> path) {
        public Prediction {
            path = List.copyOf(path);
        }
    }

    /** The values that the model looks at, in its order. */
    List<Field> fields();

    /**
     * Predicts one row.
     *
     * @param values by column, as text: numbers with a decimal point, days and instants in ISO 8601, true and false; a column that is not
     *     there has no value
     * @throws AnalysisException bad-setting with a sentence when there is no such column or the text is no value of its type
     */
    Prediction predict(Map<String, String> values) throws AnalysisException;
}
