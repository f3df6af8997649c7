package org.orrery.jobs.internal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import org.orrery.jobs.internal.files.Frame;

/**
 * Turns outcomes into bytes and back, by the shape of their class: records, sealed interfaces of records, primitives and
 * their boxes, strings, enums, arrays, lists and optionals. Thread-safe.
 *
 * @param <O> the class of the outcomes
 */
public final class RecordCodec<O> {
    private final Class<O> type;
    private final Shape shape;
    private final String description;

    /**
     * A codec for that class.
     *
     * @throws IllegalArgumentException when the class holds something that cannot be stored, naming it
     */
    public RecordCodec(Class<O> type) {
        this.type = type;
        Shapes shapes = new Shapes();
        this.shape = shapes.of(type, type.getName());
        this.description = shapes.description();
    }

    /** The shape of the class as text: every record with its components. It changes when stored bytes do not fit any more. */
    public String description() {
        return description;
    }

    /** A digest of {@link #description()}. */
    public String fingerprint() {
        return Frame.sha256(description);
    }

    /** @throws IllegalArgumentException when a value is null, naming its place */
    public byte[] encode(O outcome) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        shape.write(new DataOutputStream(bytes), outcome);
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes do not hold exactly one outcome of this shape */
    public O decode(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        O outcome = type.cast(shape.read(new DataInputStream(in)));
        if (in.available() > 0) {
            throw new IOException("An outcome of " + type.getName() + " is followed by " + in.available() + " bytes");
        }
        return outcome;
    }
}
