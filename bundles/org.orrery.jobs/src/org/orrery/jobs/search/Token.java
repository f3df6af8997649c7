package org.orrery.jobs.search;

import java.util.ArrayList;
import java.util.List;

import org.orrery.jobs.RunException;

/**
 * A piece of a search.
 *
 * @param kind what it is
 * @param text the word without quotation marks, or the sign
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        WORD, QUOTED, SIGN, OPENING, CLOSING, END
    }

    /** What ends a word. */
    private static final String SIGNS = ":=<>!()\"";

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean value() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    static List<Token> of(String text) throws RunException {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (Character.isWhitespace(sign)) {
                at++;
            } else if (sign == '(' || sign == ')') {
                tokens.add(new Token(sign == '(' ? Kind.OPENING : Kind.CLOSING, String.valueOf(sign), ++at));
            } else if (sign == '"') {
                int end = text.indexOf('"', at + 1);
                if (end < 0) {
                    throw Values.refused(at + 1, Messages.Token_quote);
                }
                tokens.add(new Token(Kind.QUOTED, text.substring(at + 1, end), at + 1));
                at = end + 1;
            } else {
                tokens.add(next(text, at, tokens));
                at += tokens.get(tokens.size() - 1).text().length();
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    private static Token next(String text, int at, List<Token> before) throws RunException {
        for (Operator operator : Operator.values()) {
            if (text.startsWith(operator.sign(), at)) {
                return new Token(Kind.SIGN, operator.sign(), at + 1);
            }
        }
        // A time has colons in it, and is a value: what follows a sign ends at a blank or a bracket only.
        boolean afterSign = !before.isEmpty() && before.get(before.size() - 1).kind() == Kind.SIGN;
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && (afterSign ? "()\"" : SIGNS).indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == at) {
            throw Values.refused(at + 1, Messages.bind(Messages.Token_sign, String.valueOf(text.charAt(at))));
        }
        return new Token(Kind.WORD, text.substring(at, end), at + 1);
    }
}
