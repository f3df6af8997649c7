package org.orrery.data.internal;

import java.util.List;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;

/**
 * What an import has learned.
 *
 * @param options the options with everything detected filled in
 * @param schema the columns with their counts
 * @param rows how many rows were given to the target
 * @param scales decimal places by column, 0 for all but decimals
 * @param stamp the file as it was read
 * @param warnings what the user should know
 */
public record Imported(ReadOptions options, Schema schema, long rows, List<Integer> scales, SourceFile.Stamp stamp,
        List<DataWarning> warnings) {
    public Imported {
        scales = List.copyOf(scales);
        warnings = List.copyOf(warnings);
    }
}
