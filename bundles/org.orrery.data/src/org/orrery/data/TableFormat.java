package org.orrery.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a table can be written. */
public enum TableFormat {
    /** UTF-8 text with commas, as {@link TableCsv} writes it. */
    CSV("csv"),
    /** UTF-8 text with tabs, else as {@link #CSV}. */
    TSV("tsv"),
    /** A workbook of Office Open XML with one sheet. */
    XLSX("xlsx"),
    /** A Parquet file. */
    PARQUET("parquet"),
    /** A {@code tabular} of LaTeX, to be included in a document; needs no package. */
    LATEX("tex");

    private final String id;

    TableFormat(String id) {
        this.id = id;
    }

    /** The stable lower-case word for this format, which is also the ending of its files. */
    public String id() {
        return id;
    }

    /** The format that the ending of a file asks for; empty when it asks for none of these. */
    public static Optional<TableFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(format -> name.endsWith('.' + format.id)).findFirst();
    }
}
