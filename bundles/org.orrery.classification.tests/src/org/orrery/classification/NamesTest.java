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
        assertEquals("Random forest, fold-2", names.unit("random-forest/fold-2"));
        assertEquals("Random forest", names.group("random-forest"));
        assertEquals("checks", names.unit("checks"));
        assertEquals("learning-curve, fold-1, 25", names.unit("learning-curve/fold-1/25"));
    }
}
