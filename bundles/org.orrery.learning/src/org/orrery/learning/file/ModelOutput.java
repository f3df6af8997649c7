package org.orrery.learning.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the values a model file is made of, big-endian. */
public final class ModelOutput extends DataOutputStream {
    /** Writes to that stream. */
    public ModelOutput(OutputStream out) {
        super(out);
    }

    /** A text of any length, as UTF-8. */
    public void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        write(bytes);
    }

    /** Texts with their number. */
    public void writeTexts(List<String> texts) throws IOException {
        writeInt(texts.size());
        for (String text : texts) {
            writeText(text);
        }
    }

    /** Numbers with their number. */
    public void writeDoubles(double[] values) throws IOException {
        writeInt(values.length);
        for (double value : values) {
            writeDouble(value);
        }
    }

    /** Whole numbers with their number. */
    public void writeInts(int[] values) throws IOException {
        writeInt(values.length);
        for (int value : values) {
            writeInt(value);
        }
    }
}
