package org.orrery.cli.options;

import java.util.List;

/**
 * What may follow a word of the command line.
 *
 * @param word the word
 * @param operands what follows it without dashes, as the help shows it; empty for nothing
 * @param least the least number of operands
 * @param most the largest number of operands
 * @param options its own options, beside those of every command
 * @param summary a sentence on what it does
 */
public record Syntax(String word, String operands, int least, int most, List<Option> options, String summary) {
    public Syntax {
        options = List.copyOf(options);
    }
}
