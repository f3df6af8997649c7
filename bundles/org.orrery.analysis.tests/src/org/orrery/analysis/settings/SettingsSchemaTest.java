package org.orrery.analysis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.settings.SampleSettings.Inner;
import org.orrery.analysis.settings.SampleSettings.Shape;

class SettingsSchemaTest {
    private final SettingsSchema<SampleSettings> schema = SettingsSchema.of(SampleSettings.class);
    private final List<String> errors = new ArrayList<>();

    private Optional<SampleSettings> bind(Map<String, ?> values) {
        return schema.bind(values, (path, message) -> errors.add(path + ": " + message));
    }

    @Test
    void whatIsNotGivenGetsItsDefault() {
        SampleSettings settings = bind(Map.of("target", "y")).orElseThrow();
        assertEquals(new SampleSettings("y", List.of(), 5, List.of(Shape.ROUND, Shape.FLAT), Shape.ROUND, Optional.empty(), true,
                new Inner(1.5, "none"), List.of()), settings);
    }

    @Test
    void everyErrorIsReportedWithItsPath() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("folds", 1);
        values.put("shape", "square");
        values.put("inner", Map.of("c", -1));
        values.put("fold", 3);
        assertTrue(bind(values).isEmpty());
        assertEquals(List.of("fold: There is no setting fold. Did you mean folds?",
                "target: The setting target is needed: The column to predict.",
                "folds: The setting folds must lie between 2 and 100, but is 1.",
                "shape: The setting shape takes one of round, flat, very-flat, but is \"square\".",
                "inner.c: The setting inner.c must be at least 0, but is -1.0."), errors);
    }

    @Test
    void aWholeNumberIsNotCutFromAFraction() {
        assertTrue(bind(Map.of("target", "y", "folds", 2.5)).isEmpty());
        assertTrue(bind(Map.of("target", "y", "folds", "99999999999")).isEmpty());
        assertTrue(bind(Map.of("target", "y", "folds", "5.0")).isPresent());
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertTrue(bind(Map.of("target", "y", "threshold", "NaN")).isEmpty());
        assertEquals(List.of("threshold: The setting threshold takes a number, but is \"NaN\"."), errors);
    }

    @Test
    void plainFormAndRecordAreTheSame() {
        SampleSettings settings = new SampleSettings("y", List.of("a", "b"), 7, List.of(Shape.VERY_FLAT), Shape.FLAT, Optional.of(0.25),
                false, new Inner(2, "x"), List.of(new Inner(3, "y"), new Inner(4, "z")));
        assertEquals(settings, bind(schema.plain(settings)).orElseThrow());
        assertEquals(List.of("very-flat"), schema.plain(settings).get("shapes"));
    }

    @Test
    void pathsReachNestedSettingsAndListElements() {
        Map<String, Object> values = schema.defaults();
        assertEquals(Optional.empty(), schema.set(values, "target", "y"));
        assertEquals(Optional.empty(), schema.set(values, "inner.c", "3"));
        assertEquals(Optional.empty(), schema.set(values, "steps[0].label", "first"));
        assertEquals(Optional.empty(), schema.set(values, "steps[1].c", "9"));
        assertEquals(Optional.empty(), schema.set(values, "features", "a, b\\,c"));
        SampleSettings settings = bind(values).orElseThrow();
        assertEquals(3, settings.inner().c());
        assertEquals(List.of(new Inner(1.5, "first"), new Inner(9, "none")), settings.steps());
        assertEquals(List.of("a", "b,c"), settings.features());
    }

    @Test
    void anUnknownPathIsAnsweredWithTheNamesThereAre() {
        Map<String, Object> values = schema.defaults();
        assertTrue(schema.set(values, "nothing", "1").orElseThrow().startsWith("There is no setting nothing; the settings are target"));
        assertEquals("There is no setting inner.d; the settings are inner.c, inner.label.", schema.set(values, "inner.d", "1").orElseThrow());
        assertEquals("The setting inner has settings of its own: set one of inner.c, inner.label.",
                schema.set(values, "inner", "1").orElseThrow());
        assertTrue(schema.set(values, "steps[3].c", "1").orElseThrow().contains("element 3"));
        assertTrue(schema.set(values, "folds[0]", "1").isPresent());
    }

    @Test
    void aListOfSettingsIsEmptiedByNothing() {
        Map<String, Object> values = schema.defaults();
        assertEquals(Optional.empty(), schema.set(values, "steps[0].c", "2"));
        assertEquals(Optional.empty(), schema.set(values, "steps", ""));
        assertEquals(List.of(), values.get("steps"));
        assertTrue(schema.set(values, "steps", "2").isPresent());
    }

    @Test
    void descriptorsSayWhatFormsNeed() {
        SettingDescriptor folds = schema.find("folds").orElseThrow();
        assertEquals(5L, folds.defaultValue().orElseThrow());
        assertEquals(2, folds.min());
        assertTrue(folds.extendable());
        assertFalse(folds.required());
        assertTrue(schema.find("target").orElseThrow().required());
        assertTrue(schema.find("inner").orElseThrow().advanced());
        assertEquals("Label", schema.find("steps[0].label").orElseThrow().label());
        assertEquals(Role.FEATURE, schema.find("features").orElseThrow().column().orElseThrow().role());
    }

    @Test
    void aRecordWithoutTextsIsRefused() {
        record Bare(int a) {
        }
        assertThrows(IllegalArgumentException.class, () -> SettingsSchema.of(Bare.class));
    }
}
