package org.orrery.jobs.search;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

import org.orrery.jobs.RunException;

/** Reads a search by recursive descent: or, and, not, term. Not thread-safe. */
final class SearchParser {
    private final List<Token> tokens;
    private final Fields fields;
    private int at;

    SearchParser(String text, ZonedDateTime now) throws RunException {
        tokens = Token.of(text);
        fields = new Fields(now);
    }

    Condition parse() throws RunException {
        Condition all = tokens.get(0).kind() == Token.Kind.END ? (run, facts) -> Fit.YES : either();
        Token rest = tokens.get(at);
        if (rest.kind() == Token.Kind.CLOSING) {
            throw Values.refused(rest.column(), Messages.SearchParser_closing);
        }
        return all;
    }

    private Condition either() throws RunException {
        Condition first = both();
        while (tokens.get(at).is("or")) {
            at++;
            first = first.or(both());
        }
        return first;
    }

    private Condition both() throws RunException {
        Condition first = negation();
        while (true) {
            Token next = tokens.get(at);
            if (next.is("and")) {
                at++;
            } else if (next.kind() == Token.Kind.END || next.kind() == Token.Kind.CLOSING || next.is("or")) {
                return first;
            }
            first = first.and(negation());
        }
    }

    private Condition negation() throws RunException {
        Token token = tokens.get(at);
        boolean followed = tokens.get(Math.min(at + 1, tokens.size() - 1)).kind() != Token.Kind.SIGN;
        if (token.is("not") && followed) {
            at++;
            return negation().not();
        }
        if (token.kind() == Token.Kind.WORD && token.text().startsWith("-")) {
            // What is left of the word, or the bracket or quotation mark behind it.
            if (token.text().length() == 1) {
                at++;
            } else {
                tokens.set(at, new Token(token.kind(), token.text().substring(1), token.column() + 1));
            }
            return negation().not();
        }
        return primary();
    }

    private Condition primary() throws RunException {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case OPENING -> {
                Condition inside = either();
                if (tokens.get(at).kind() != Token.Kind.CLOSING) {
                    throw Values.refused(token.column(), Messages.SearchParser_bracket);
                }
                at++;
                yield inside;
            }
            case QUOTED -> Fields.anywhere(token.text());
            case WORD -> word(token);
            case SIGN -> throw Values.refused(token.column(), Messages.bind(Messages.SearchParser_field, token.text()));
            case CLOSING, END -> throw Values.refused(token.column(), Messages.SearchParser_end);
        };
    }

    private Condition word(Token token) throws RunException {
        Token sign = tokens.get(at);
        if (sign.kind() != Token.Kind.SIGN) {
            if (token.is("and") || token.is("or")) {
                throw Values.refused(token.column(), Messages.SearchParser_end);
            }
            return Fields.anywhere(token.text());
        }
        Token value = tokens.get(at + 1);
        if (!value.value()) {
            throw Values.refused(value.column(), Messages.bind(Messages.SearchParser_value, sign.text()));
        }
        at += 2;
        Operator operator = Arrays.stream(Operator.values()).filter(one -> one.sign().equals(sign.text())).findFirst().orElseThrow();
        return fields.term(token, operator, value);
    }
}
