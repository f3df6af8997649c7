package org.orrery.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.orrery.data.Table;
import org.orrery.data.TableCsv;

/**
 * What a unit leaves behind beside its outcome. Everything becomes visible together with the outcome, when the unit
 * commits, or not at all. For the thread of the unit only.
 */
public interface UnitOutput {
    /** Writes the bytes of an artifact. */
    @FunctionalInterface
    interface Writer {
        /** Writes all bytes; does not close the stream. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Adds rows to the rows of that name: predictions, itemsets, rejects. The schema is the same each time.
     *
     * @param name letters, digits and {@code - . _}
     */
    void rows(String name, Table rows) throws IOException;

    /**
     * Keeps a file with the run.
     *
     * @param id unique in the run, of letters, digits and {@code - . _}
     * @param fileName with its ending
     * @param mediaType for example {@code application/json}
     */
    void artifact(String id, String fileName, String mediaType, Writer content) throws IOException;

    /**
     * Makes a data set: a CSV file kept with the run, which stands in the user's catalogue with its lineage once the unit has
     * committed, under this name and the number of the run. It goes with its run.
     *
     * @param name unique in the run, of letters, digits and {@code - . _}
     * @param content hands over its rows
     */
    void dataset(String name, TableCsv.Blocks content) throws IOException;

    /** The state that the last committed unit of that chain left; the empty optional at its start. */
    Optional<byte[]> state(String chain) throws IOException;

    /** Hands a state to the next unit of that chain. The last three generations are kept. */
    void state(String chain, byte[] state) throws IOException;
}
