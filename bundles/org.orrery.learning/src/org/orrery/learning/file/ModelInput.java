package org.orrery.learning.file;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.orrery.data.ColumnType;

/** Reads what {@link ModelOutput} has written; a length that the file cannot hold is refused before anything is allocated. */
public final class ModelInput extends DataInputStream {
    /** Reads these bytes. */
    public ModelInput(byte[] bytes) {
        super(new ByteArrayInputStream(bytes));
    }

    private int readLength(int bytesEach) throws IOException {
        int length = readInt();
        if (length < 0 || length > available() / bytesEach) {
            throw new IOException("A length of " + length + " does not fit the file");
        }
        return length;
    }

    /** A text. */
    public String readText() throws IOException {
        return new String(readNBytes(readLength(1)), StandardCharsets.UTF_8);
    }

    /** Texts. */
    public List<String> readTexts() throws IOException {
        int count = readLength(Integer.BYTES);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(readText());
        }
        return texts;
    }

    /** Numbers. */
    public double[] readDoubles() throws IOException {
        double[] values = new double[readLength(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = readDouble();
        }
        return values;
    }

    /** Whole numbers. */
    public int[] readInts() throws IOException {
        int[] values = new int[readLength(Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = readInt();
        }
        return values;
    }

    /** The type of a column. */
    public ColumnType readColumnType() throws IOException {
        String id = readText();
        return ColumnType.byId(id).orElseThrow(() -> new IOException("Unknown type of a column: " + id));
    }
}
