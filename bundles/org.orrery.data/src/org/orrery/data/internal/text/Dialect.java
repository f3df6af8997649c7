package org.orrery.data.internal.text;

import java.nio.charset.Charset;

/**
 * How the bytes of a text file become records.
 *
 * @param charset the encoding
 * @param delimiter what separates fields
 * @param quote what encloses fields that hold delimiters
 * @param header whether the first record holds the names
 */
record Dialect(Charset charset, String delimiter, char quote, boolean header) {
    Dialect withHeader(boolean given) {
        return new Dialect(charset, delimiter, quote, given);
    }

    Dialect withCharset(Charset given) {
        return new Dialect(given, delimiter, quote, header);
    }

    Dialect withDelimiter(String given) {
        return new Dialect(charset, given, quote, header);
    }
}
