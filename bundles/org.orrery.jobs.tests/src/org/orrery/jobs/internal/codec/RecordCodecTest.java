package org.orrery.jobs.internal.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class RecordCodecTest {
    enum Colour {
        RED, GREEN
    }

    sealed interface Shape permits Circle, Tree {
    }

    record Circle(double radius, Optional<String> name) implements Shape {
    }

    record Tree(int size, List<Tree> children, double[][] values, Colour colour, String[] words, long[] counts) implements Shape {
    }

    record Everything(boolean a, byte b, short c, char d, int e, long f, float g, double h, Integer i, Optional<Double> j) {
    }

    record OtherCircle(double radius) {
    }

    record WithMap(Map<String, String> map) {
    }

    @Test
    void everyKindOfValueComesBackToTheBit() throws IOException {
        RecordCodec<Everything> codec = new RecordCodec<>(Everything.class);
        Everything value = new Everything(true, (byte) -1, Short.MIN_VALUE, '\u20ac', Integer.MAX_VALUE, Long.MIN_VALUE, -0f, Double.NaN, 7,
                Optional.of(Double.NEGATIVE_INFINITY));
        assertEquals(value, codec.decode(codec.encode(value)));
    }

    @Test
    void sealedInterfacesHoldRecordsThatHoldThemselves() throws IOException {
        RecordCodec<Shape> codec = new RecordCodec<>(Shape.class);
        Circle circle = new Circle(1.5, Optional.of("\ud83d\ude00 \u00fc"));
        assertEquals(circle, codec.decode(codec.encode(circle)));
        Tree leaf = new Tree(1, List.of(), new double[][] {{1, 2}, {}}, Colour.GREEN, new String[] {"x", ""}, new long[] {5});
        Tree read = (Tree) codec.decode(codec.encode(new Tree(2, List.of(leaf), new double[0][], Colour.RED, new String[0], new long[0])));
        assertArrayEquals(leaf.values(), read.children().get(0).values());
        assertArrayEquals(leaf.words(), read.children().get(0).words());
        assertEquals(Colour.GREEN, read.children().get(0).colour());
    }

    @Test
    void aChangedClassHasAnotherFingerprint() {
        assertNotEquals(new RecordCodec<>(Circle.class).fingerprint(), new RecordCodec<>(OtherCircle.class).fingerprint());
        assertEquals(new RecordCodec<>(Shape.class).fingerprint(), new RecordCodec<>(Shape.class).fingerprint());
    }

    @Test
    void whatCannotBeStoredIsRefusedByName() {
        IllegalArgumentException map = assertThrows(IllegalArgumentException.class, () -> new RecordCodec<>(WithMap.class));
        assertTrue(map.getMessage().contains("WithMap.map"), map.getMessage());
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class,
                () -> new RecordCodec<>(Circle.class).encode(new Circle(1, null)));
        assertTrue(missing.getMessage().contains("Circle.name"), missing.getMessage());
    }

    @Test
    void bytesThatAreCutOrTooLongAreNoOutcome() throws IOException {
        RecordCodec<Shape> codec = new RecordCodec<>(Shape.class);
        byte[] bytes = codec.encode(new Circle(1.5, Optional.of("name")));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IOException.class, () -> codec.decode(cut));
        }
        assertThrows(IOException.class, () -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
    }
}
