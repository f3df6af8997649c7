package org.orrery.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Reads the templates of this package. They have no logic beyond lists and presence; an unknown name is an error. */
final class Templates {
    private Templates() {
    }

    static Template compile(String name, Mustache.Escaper escaper) throws IOException {
        return Mustache.compiler().withEscaper(escaper).emptyStringIsFalse(true).compile(text(name));
    }

    static String text(String name) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The bundle lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
