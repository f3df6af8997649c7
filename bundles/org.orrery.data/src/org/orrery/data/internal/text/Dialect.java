package org.orrery.data.internal.text;

import java.nio.charset.Charset;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;

/**
 * How the bytes of a text file become records. A parser heeds all but header and trailing delimiter, which are the sink's.
 *
 * @param charset the encoding
 * @param delimiter what separates fields, one character or several
 * @param quote what encloses fields that hold delimiters; {@link ReadOptions#NONE} when nothing does
 * @param escape how a quote inside a quoted field is written
 * @param comment what a line begins with that is a comment; {@link ReadOptions#NONE} when no line is one. Only the first
 *     character of a record counts, so that a line inside quotes is never a comment
 * @param skip how many lines of the file come before the first record; they count as lines
 * @param skipEnd how many lines at the end of the file, blank ones not counted, belong to no record
 * @param headerRows how many of the first records hold names, 0 to 2
 * @param trailing whether each record ends with a delimiter behind which there is no field
 * @param layout the fields of a file of fixed width, which has neither delimiters nor quotes
 */
record Dialect(Charset charset, String delimiter, char quote, Escape escape, char comment, int skip, int skipEnd, int headerRows,
        boolean trailing, FixedLayout layout) {
    /** One header row, doubled quotes, no comments, nothing skipped. */
    Dialect(Charset charset, String delimiter, char quote) {
        this(charset, delimiter, quote, Escape.DOUBLED, ReadOptions.NONE, 0, 0, 1, false, FixedLayout.NONE);
    }

    boolean header() {
        return headerRows > 0;
    }

    Dialect withHeaderRows(int given) {
        return new Dialect(charset, delimiter, quote, escape, comment, skip, skipEnd, given, trailing, layout);
    }

    Dialect withCharset(Charset given) {
        return new Dialect(given, delimiter, quote, escape, comment, skip, skipEnd, headerRows, trailing, layout);
    }

    Dialect withDelimiter(String given) {
        return new Dialect(charset, given, quote, escape, comment, skip, skipEnd, headerRows, trailing, layout);
    }

    Dialect withQuote(char given, Escape written) {
        return new Dialect(charset, delimiter, given, written, comment, skip, skipEnd, headerRows, trailing, layout);
    }

    Dialect withComment(char given) {
        return new Dialect(charset, delimiter, quote, escape, given, skip, skipEnd, headerRows, trailing, layout);
    }

    Dialect withSkip(int first, int last) {
        return new Dialect(charset, delimiter, quote, escape, comment, first, last, headerRows, trailing, layout);
    }

    Dialect withTrailing(boolean given) {
        return new Dialect(charset, delimiter, quote, escape, comment, skip, skipEnd, headerRows, given, layout);
    }

    Dialect withLayout(FixedLayout given) {
        return new Dialect(charset, delimiter, quote, escape, comment, skip, skipEnd, headerRows, trailing, given);
    }
}
