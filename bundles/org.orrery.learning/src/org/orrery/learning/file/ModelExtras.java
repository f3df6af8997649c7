package org.orrery.learning.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.orrery.learning.encoding.DesignMatrix;

/**
 * What a model file holds for people beside what predicts.
 *
 * @param facts of the model card, in the order in which they are read
 * @param background some encoded training rows, with which predictions are compared to explain them; without rows when the model cannot be
 *     explained
 */
public record ModelExtras(List<Fact> facts, DesignMatrix background) {
    /** Nothing of that. */
    public static final ModelExtras NONE = new ModelExtras(List.of(), new DesignMatrix(new double[0][], 0, List.of()));

    /**
     * One line of a model card.
     *
     * @param id a stable word, such as {@code rocAuc}
     * @param label what people read
     * @param value what is the case
     */
    public record Fact(String id, String label, String value) {
    }

    public ModelExtras {
        facts = List.copyOf(facts);
    }

    void write(ModelOutput out) throws IOException {
        out.writeInt(facts.size());
        for (Fact fact : facts) {
            out.writeText(fact.id());
            out.writeText(fact.label());
            out.writeText(fact.value());
        }
        out.writeInt(background.rows());
        if (background.rows() > 0) {
            out.writeTexts(background.names());
            for (int j = 0; j < background.width(); j++) {
                for (int i = 0; i < background.rows(); i++) {
                    out.writeDouble(background.column(j)[i]);
                }
            }
        }
    }

    static ModelExtras read(ModelInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("A model card of " + count + " lines does not fit the file");
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(new Fact(in.readText(), in.readText(), in.readText()));
        }
        int rows = in.readInt();
        if (rows == 0) {
            return new ModelExtras(facts, NONE.background());
        }
        List<String> names = in.readTexts();
        if (rows < 0 || (long) rows * names.size() * Double.BYTES > in.available()) {
            throw new IOException("Rows to compare with do not fit the file");
        }
        double[][] columns = new double[names.size()][rows];
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = in.readDouble();
            }
        }
        return new ModelExtras(facts, new DesignMatrix(columns, rows, names));
    }
}
