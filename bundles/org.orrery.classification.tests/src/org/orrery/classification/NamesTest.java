package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Names;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;

/** What users read for models, measures and units. */
class NamesTest {
    private final Names names = new ClassificationAnalysis().names();

    @Test
    void everyModelAndEveryMeasureHasAName() {
        for (ClassifierKind kind : ClassifierKind.values()) {
            assertNotEquals(kind.id(), names.value("model", kind.id()));
            assertEquals(names.value("model", kind.id()), names.value("bestModel", kind.id()));
        }
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            assertNotEquals(measure.id(), names.value("measure", measure.id()));
            assertEquals(names.value("measure", measure.id()), names.figure("bestModel." + measure.id()));
        }
    }

    @Test
    void aClassThatIsCalledAsAModelKeepsItsName() {
        assertEquals("constant", names.value("class", "constant"));
        assertEquals("Always the positive class", names.value("model", "constant"));
    }

    @Test
    void aUnitIsReadByItsModelAndWhatItIsOfIt() {
        assertEquals("Random forest, fold 2", names.unit("random-forest/fold-2"));
        assertEquals("Random forest, repetition 3, fold 10", names.unit("random-forest/repeat-3/fold-10"));
        assertEquals("Random forest", names.group("random-forest"));
        assertEquals("Checks of the data", names.unit("checks"));
        assertEquals("Learning curve, fold 1, 25 %", names.unit("learning-curve/fold-1/25"));
        assertEquals("Decision tree, tuning, fold 2 of repetition 1, rung 0, trial 17", names.unit("decision-tree/tune/repeat-1-fold-2/rung-0/trial-17"));
        assertEquals("what-nobody-knows, 7th", names.unit("what-nobody-knows/7th"));
    }

    @Test
    void whatHasNumbersInItIsReadWithThem() {
        assertEquals("partial, 1 of 5", names.value("status", "partial 1 of 5"));
        assertEquals("complete", names.value("status", "complete"));
        assertEquals("partial of 5", names.value("status", "partial of 5"));
    }
}
