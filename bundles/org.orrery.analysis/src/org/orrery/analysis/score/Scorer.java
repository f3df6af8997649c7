package org.orrery.analysis.score;

import java.nio.file.Path;
import java.util.List;

import org.orrery.analysis.AnalysisException;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.data.Schema;

/** Applies models of one kind of file to new data; a service. Thread-safe; every method reads files: never call one on the user interface thread. */
public interface Scorer {
    /** The media type of the model files that it reads. */
    String mediaType();

    /**
     * What a model is.
     *
     * @throws AnalysisException bad-data when the file is damaged, is none, or was written by another version; unreadable-file
     */
    ModelCard card(Path model) throws AnalysisException;

    /**
     * Holds the columns of new data against those the model was trained with; no rows are read. Nothing when all is well.
     *
     * @throws AnalysisException as {@link #card}
     */
    List<GateProblem> gate(Path model, Schema columns) throws AnalysisException;

    /**
     * Asks a model about rows made up by hand.
     *
     * @throws AnalysisException as {@link #card}
     */
    WhatIf whatIf(Path model) throws AnalysisException;

    /** The endings, with their dot, of files of other programs that it can write its models to, such as {@code .onnx}. */
    default List<String> endings() {
        return List.of();
    }

    /**
     * Writes a model, with all that it does to columns before, to a file that other programs read. The file appears whole or not at all.
     *
     * @param file its ending is one of {@link #endings}
     * @throws AnalysisException bad-setting with a sentence when that form cannot hold something of the model; out-of-disk; and as
     *     {@link #card}
     */
    default void translate(Path model, Path file) throws AnalysisException {
        throw new UnsupportedOperationException("No other form is known");
    }

    /**
     * Writes all rows with the prediction and its probabilities. The file is written beside its place and moved there when it is whole.
     *
     * @param store reads the data
     * @throws AnalysisException bad-data with the refusal of the gate, unless the request overrides it; and as {@link #card}
     */
    ScoreReport score(ScoreRequest request, DataStore store, Progress progress) throws AnalysisException;
}
