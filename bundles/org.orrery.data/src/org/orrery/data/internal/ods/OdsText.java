package org.orrery.data.internal.ods;

import javax.xml.stream.XMLStreamConstants;
import org.orrery.data.DataException;
import org.orrery.data.internal.sheet.CellText;
import org.orrery.data.internal.sheet.SecureXml;

/**
 * The text in a cell: its paragraphs, one line each, with white space as ISO/IEC 26300-1, 6.1.2 has it: a run of it counts as
 * one blank, more blanks are elements. Comments and pictures in the cell are no part of it.
 */
final class OdsText {
    private final SecureXml xml;
    private final CellText piece = new CellText();
    private boolean afterBlank;
    /** Whether the last blank came from white space in the text, which counts for nothing at the end of a paragraph. */
    private boolean collapsed;

    OdsText(SecureXml xml) {
        this.xml = xml;
    }

    /** Reads to the end of the cell, which has just begun. */
    void read(CellText value, boolean wanted) throws DataException {
        boolean first = true;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!wanted || !xml.name().equals("p") && !xml.name().equals("h")) {
                xml.skip();
                continue;
            }
            if (!first) {
                value.append("\n");
            }
            first = false;
            afterBlank = true;
            int begun = value.length();
            paragraph(value);
            if (value.length() > begun && collapsed && value.characters()[value.length() - 1] == ' ') {
                value.truncate(value.length() - 1);
            }
        }
    }

    private void paragraph(CellText value) throws DataException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(value);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE) {
                piece.clear();
                xml.text(piece);
                characters(value);
            }
        }
    }

    private void element(CellText value) throws DataException {
        switch (xml.name()) {
            case "s" -> {
                String count = xml.attribute("c");
                value.append(" ".repeat(count == null ? 1 : Math.min(1 << 16, Math.max(1, number(count)))));
                afterBlank = false;
                collapsed = false;
                xml.skip();
            }
            case "tab" -> mark(value, "\t");
            case "line-break" -> mark(value, "\n");
            case "annotation", "note", "ruby-text", "frame" -> xml.skip();
            default -> paragraph(value);
        }
    }

    private void mark(CellText value, String mark) throws DataException {
        value.append(mark);
        afterBlank = false;
        collapsed = false;
        xml.skip();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private void characters(CellText value) {
        char[] chars = piece.characters();
        int to = 0;
        for (int i = 0; i < piece.length(); i++) {
            boolean blank = chars[i] == ' ' || chars[i] == '\t' || chars[i] == '\n' || chars[i] == '\r';
            if (!blank || !afterBlank) {
                chars[to++] = blank ? ' ' : chars[i];
            }
            afterBlank = blank;
            collapsed = blank;
        }
        value.append(chars, 0, to);
    }
}
