package org.orrery.classification;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.orrery.learning.ClassifierModel;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.ProjectedModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.PrincipalComponents;

/**
 * A model with the columns that it sees itself: the encoded ones, or principal components of them. What is read off a model is about these.
 *
 * @param model the model, without what corrects its probabilities and without the components
 * @param components what it sees; empty: encoded columns
 * @param encoded the names of the encoded columns
 */
record SeenModel(ClassifierModel model, Optional<PrincipalComponents> components, List<String> encoded) {
    static SeenModel of(FittedClassifier fitted) {
        ClassifierModel plain = fitted.model().plain();
        return plain instanceof ProjectedModel projected ? new SeenModel(projected.model(), Optional.of(projected.components()), fitted.encoder().names())
                : new SeenModel(plain, Optional.empty(), fitted.encoder().names());
    }

    /** The names of the columns that the model sees. */
    List<String> names() {
        return components.map(all -> IntStream.rangeClosed(1, all.count()).mapToObj(k -> "component " + k).toList()).orElse(encoded);
    }

    /** What the model sees of encoded rows. */
    DesignMatrix of(DesignMatrix rows, Runnable poll) {
        return components.isEmpty() ? rows : components.get().of(rows, poll);
    }
}
