package org.orrery.analysis.score;

import java.nio.file.Path;
import java.util.Objects;

import org.orrery.data.ReadOptions;

/**
 * Asks for predictions.
 *
 * @param model the model file
 * @param data the new rows
 * @param options how the data file is read
 * @param out where the rows go with their predictions; its ending says in what form
 * @param force whether columns that do not fit are taken as missing, which is written down, instead of refusing
 * @param reasons how many features each row tells, those that moved its prediction most; 0: none. It takes some thousand predictions a row
 */
public record ScoreRequest(Path model, Path data, ReadOptions options, Path out, boolean force, int reasons) {
    /** Without reasons. */
    public ScoreRequest(Path model, Path data, ReadOptions options, Path out, boolean force) {
        this(model, data, options, out, force, 0);
    }

    public ScoreRequest {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(out, "out");
        if (reasons < 0) {
            throw new IllegalArgumentException("Not a number of reasons: " + reasons);
        }
    }
}
