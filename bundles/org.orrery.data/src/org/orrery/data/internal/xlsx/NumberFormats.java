package org.orrery.data.internal.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.orrery.data.DataException;
import org.orrery.data.internal.sheet.SecureXml;

/**
 * Which styles of a workbook show a number as a day or a time. The numbers of the formats that every workbook has are
 * those of ISO/IEC 29500-1, 18.8.30.
 */
final class NumberFormats {
    /** What a number stands for. */
    enum Meaning {
        NUMBER, DATE, TIMESTAMP, TIME
    }

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Meaning> styles = new ArrayList<>();

    /** Formats of a workbook without styles. */
    NumberFormats() {
    }

    /** Formats as the styles of a workbook say. */
    NumberFormats(SecureXml xml) throws DataException {
        boolean cells = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "numFmt" -> define(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                    case "cellXfs" -> cells = true;
                    case "xf" -> {
                        if (cells) {
                            styles.add(meaning(number(xml.attribute("numFmtId"))));
                        }
                    }
                    default -> {
                        // Fonts, fills and borders say nothing about values.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                cells = false;
            }
        }
    }

    private void define(String id, String code) {
        if (id != null && code != null) {
            codes.put(number(id), code);
        }
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** What numbers of the style at that position mean. */
    Meaning of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Meaning.NUMBER;
    }

    private Meaning meaning(int id) {
        String code = codes.get(id);
        if (code != null) {
            return meaning(code);
        }
        if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58) {
            return Meaning.DATE;
        }
        return id == 22 ? Meaning.TIMESTAMP : id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 ? Meaning.TIME
                : Meaning.NUMBER;
    }

    /** What the first section of a format code shows: letters in quotes, behind a backslash or in brackets do not count. */
    static Meaning meaning(String code) {
        boolean day = false;
        boolean time = false;
        boolean minuteOrMonth = false;
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            if (letter == ';') {
                break;
            }
            if (letter == '"') {
                i = end(code, '"', i);
            } else if (letter == '[') {
                int close = end(code, ']', i);
                time |= isElapsed(code.substring(i + 1, Math.min(close, code.length())));
                i = close;
            } else if (letter == '\\' || letter == '_' || letter == '*') {
                i++;
            } else {
                switch (Character.toLowerCase(letter)) {
                    case 'd', 'y', 'e', 'g', 'b' -> day |= letter != 'E' && letter != 'G' && !general(code, i);
                    case 'h', 's' -> time = true;
                    case 'm' -> minuteOrMonth = true;
                    default -> {
                        // Digits, marks and blanks.
                    }
                }
            }
        }
        if (minuteOrMonth && !day && !time) {
            day = true;
        }
        return day ? time ? Meaning.TIMESTAMP : Meaning.DATE : time ? Meaning.TIME : Meaning.NUMBER;
    }

    private static int end(String code, char mark, int from) {
        int close = code.indexOf(mark, from + 1);
        return close < 0 ? code.length() : close;
    }

    /** {@code General} holds letters that would say era and year. */
    private static boolean general(String code, int at) {
        int from = Math.max(0, at - 6);
        int word = code.toLowerCase(Locale.ROOT).indexOf("general", from);
        return word >= 0 && word <= at;
    }

    /** {@code [h]}, {@code [mm]}, {@code [s]}; other brackets are colours, conditions and languages. */
    private static boolean isElapsed(String inside) {
        String letters = inside.toLowerCase(Locale.ROOT);
        return !letters.isEmpty() && (letters.chars().allMatch(c -> c == 'h') || letters.chars().allMatch(c -> c == 'm')
                || letters.chars().allMatch(c -> c == 's'));
    }
}
