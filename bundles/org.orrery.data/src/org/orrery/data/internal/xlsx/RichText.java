package org.orrery.data.internal.xlsx;

import javax.xml.stream.XMLStreamConstants;
import org.orrery.data.DataException;
import org.orrery.data.internal.sheet.CellText;
import org.orrery.data.internal.sheet.SecureXml;

/** The text of a cell that may be made of pieces in different fonts, without the reading aids beside it. */
final class RichText {
    private RichText() {
    }

    /** Reads on to the end of the element of that name. */
    static void read(SecureXml xml, String element, CellText text) throws DataException {
        int begun = text.length();
        boolean inside = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("rPh")) {
                    xml.skip();
                } else {
                    inside = xml.name().equals("t");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside = false;
                if (xml.name().equals(element)) {
                    unescape(text, begun);
                    return;
                }
            } else if (inside && isText(event)) {
                xml.text(text);
            }
        }
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE;
    }

    /** {@code _x000D_} stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19). */
    static void unescape(CellText text, int from) {
        char[] chars = text.characters();
        int to = from;
        for (int i = from; i < text.length(); i++) {
            int code = chars[i] == '_' ? code(chars, i, text.length()) : -1;
            if (code >= 0) {
                chars[to++] = (char) code;
                i += 6;
            } else {
                chars[to++] = chars[i];
            }
        }
        text.truncate(to);
    }

    private static int code(char[] chars, int at, int end) {
        if (at + 7 > end || chars[at + 1] != 'x' || chars[at + 6] != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(chars[i], 16);
            if (digit < 0 || chars[i] > 'f') {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
