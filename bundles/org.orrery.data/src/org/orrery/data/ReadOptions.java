package org.orrery.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be read; what is absent is detected.
 *
 * @param delimiter what separates the fields of a text file
 * @param quote the quote character
 * @param encoding the name of the character set
 * @param header whether the first line holds the names
 * @param decimal the decimal mark, {@code .} or {@code ,}
 * @param missing the texts that stand for a missing value, beside the empty field; empty list: the usual ones
 * @param types types that the user has set, by column name
 * @param ignored columns that are left out
 * @param zone the zone of timestamps that name none
 * @param sheet the sheet of a workbook
 */
public record ReadOptions(Optional<String> delimiter, Optional<Character> quote, Optional<String> encoding, Optional<Boolean> header,
        Optional<Character> decimal, List<String> missing, Map<String, ColumnType> types, List<String> ignored,
        Optional<String> zone, Optional<String> sheet) {

    /** Everything detected. */
    public static final ReadOptions DETECT = new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(), Map.of(), List.of(), Optional.empty(), Optional.empty());

    public ReadOptions {
        missing = List.copyOf(missing);
        types = Map.copyOf(types);
        ignored = List.copyOf(ignored);
    }
}
