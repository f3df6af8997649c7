package org.orrery.analysis.score;

import java.util.List;

import org.orrery.data.Schema;

/**
 * What a model is and where it came from.
 *
 * @param kind the stable word of its kind
 * @param target the column it predicts
 * @param classes the classes, in the order of the probabilities
 * @param features the columns it needs, with the types they had
 * @param trainedRows on how many rows it was trained
 * @param dataset the name of the data set
 * @param dataSha256 the digest of its file
 * @param seed the seed of the run
 * @param program the version of the program that trained it; empty when not known
 * @param facts what else whoever uses it must know, in the order in which it is read
 */
public record ModelCard(String kind, String target, List<String> classes, Schema features, long trainedRows, String dataset,
        String dataSha256, long seed, String program, List<Fact> facts) {
    /**
     * One line.
     *
     * @param id a stable word, such as {@code rocAuc}
     * @param label what people read
     * @param value what is the case
     */
    public record Fact(String id, String label, String value) {
    }

    public ModelCard {
        classes = List.copyOf(classes);
        facts = List.copyOf(facts);
    }
}
