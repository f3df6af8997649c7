package org.orrery.data.internal.text;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataWarning;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Question;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.text.TextPreview.Found;

/** Turns what was found in the beginning of a text file into questions with choices, and problems with repairs. */
final class Offers {
    private static final int MOST_PROBLEMS = 200;

    /** What is offered where the usual limit is too narrow. */
    private static final int WIDEST = 1_000_000;

    private final Path file;
    private final ReadOptions asked;
    private final TextDetection.Proposal proposal;
    private final String sample;

    Offers(Path file, ReadOptions asked, TextDetection.Proposal proposal, String sample) {
        this.file = file;
        this.asked = asked;
        this.proposal = proposal;
        this.sample = sample;
    }

    private static Choice choice(String text, ReadOptions.Change change) {
        return new Choice(text, change.options());
    }

    Problem invalidByte(long line, InvalidTextException broken, Charset charset) {
        String sentence = broken.isNul() ? Messages.TextImport_nul : Messages.TextImport_invalidByte;
        List<Choice> repairs = broken.isNul() ? List.of() : List.of(
                choice(NLS.bind(Messages.Offers_encoding, "windows-1252"), asked.change().encoding("windows-1252")),
                choice(NLS.bind(Messages.Offers_encoding, "ISO-8859-15"), asked.change().encoding("ISO-8859-15")));
        return new Problem(line, NLS.bind(sentence, new Object[] {file.getFileName(), line, broken.offset(), charset.name()}), repairs);
    }

    /** What the import refuses, with the ways out of it at the first. */
    List<Problem> problems(Found found, TextDetection detection) {
        List<Choice> repairs = structural(detection);
        List<Problem> problems = new ArrayList<>();
        if (!proposal.rows().isEmpty()) {
            int expected = proposal.rows().get(0).cells().size();
            for (SampleRows.Row row : found.lines().stream().limit(MOST_PROBLEMS).toList()) {
                problems.add(new Problem(row.line(), NLS.bind(Messages.Offers_ragged, row.cells().size(), expected),
                        problems.isEmpty() ? repairs : List.of()));
            }
        }
        Optional<DataException> refused = found.refused();
        if (refused.isPresent()) {
            long line = refused.get().where().line().orElse(0);
            if (problems.stream().noneMatch(problem -> problem.line() == line && line > 0)) {
                List<Choice> ways = refused.get().where().column().map(this::typed).orElse(problems.isEmpty() ? repairs : List.of());
                boolean wide = refused.get().where().option().filter("max-columns"::equals).isPresent();
                problems.add(new Problem(line, refused.get().getMessage(), wide ? wider() : ways));
            }
        }
        return problems;
    }

    private List<Choice> wider() {
        return List.of(choice(Messages.Offers_moreColumns, asked.change().maxColumns(WIDEST)));
    }

    private List<Choice> typed(String column) {
        List<Choice> ways = new ArrayList<>();
        ways.add(choice(NLS.bind(Messages.Offers_asText, column), asked.change().type(column, ColumnType.TEXT)));
        ways.add(choice(NLS.bind(Messages.Offers_leaveOut, column), asked.change().ignore(column)));
        return ways;
    }

    private List<Choice> structural(TextDetection detection) {
        List<Choice> ways = new ArrayList<>();
        Structure structure = proposal.structure();
        int before = structure.linesBefore();
        int after = structure.linesAfter();
        if (before > 0 && after > 0) {
            ways.add(choice(NLS.bind(Messages.Offers_skipBoth, before, after), asked.change().skip(before).skipEnd(after)));
        } else if (before > 0) {
            ways.add(choice(NLS.bind(Messages.Offers_skip, before), asked.change().skip(before)));
        } else if (after > 0) {
            ways.add(choice(NLS.bind(Messages.Offers_skipEnd, after), asked.change().skipEnd(after)));
        }
        if (detection.isBackslashed(proposal.dialect())) {
            ways.add(choice(Messages.Offers_backslash, asked.change().escape(Escape.BACKSLASH)));
        }
        Dialect bare = proposal.dialect().withQuote(ReadOptions.NONE, Escape.DOUBLED);
        SampleRows plain = SampleRows.of(file, sample, bare);
        if (SampleRows.of(file, sample, proposal.dialect()).refusal().isPresent() && plain.refusal().isEmpty()
                && plain.rows().stream().map(row -> row.cells().size()).distinct().count() == 1) {
            ways.add(choice(Messages.Offers_noQuotes, asked.change().quote(ReadOptions.NONE)));
        }
        return ways;
    }

    /** @param encodings those that the bytes fit, when they are not UTF-8 */
    List<Question> questions(Found found, List<Charset> encodings) {
        List<Question> questions = new ArrayList<>();
        if (encodings.size() > 1) {
            List<Choice> choices = encodings.stream().map(charset -> choice(charset.name(), asked.change().encoding(charset.name()))).toList();
            questions.add(new Question("encoding", Messages.Offers_askEncoding, choices, 0));
        }
        List<DataWarning> warnings = found.imported().map(Imported::warnings).orElse(proposal.warnings());
        for (DataWarning warning : warnings) {
            boolean first = questions.stream().noneMatch(question -> question.option().equals(warning.option()));
            if (first) {
                question(warning, found).ifPresent(questions::add);
            }
        }
        return questions;
    }

    private Optional<Question> question(DataWarning warning, Found found) {
        ReadOptions.Change change = asked.change();
        return Optional.ofNullable(switch (warning.code()) {
            case "ambiguous-date" -> new Question("date-order", warning.message(),
                    List.of(choice(Messages.Offers_keepText, change), choice(Messages.Offers_dayFirst, asked.change().dateOrder(DateOrder.DAY_FIRST)),
                            choice(Messages.Offers_monthFirst, asked.change().dateOrder(DateOrder.MONTH_FIRST))), 0);
            case "ambiguous-number" -> marks(warning, found);
            case "grouped-numbers" -> new Question("grouping", warning.message(), List.of(choice(Messages.Offers_groups, change),
                    choice(Messages.Offers_keepText, asked.change().grouping(ReadOptions.NONE))), 0);
            case "no-header" -> new Question("header", warning.message(),
                    List.of(choice(Messages.Offers_noHeader, change), choice(Messages.Offers_oneHeader, asked.change().headerRows(1))), 0);
            case "header-assumed" -> new Question("header", warning.message(),
                    List.of(choice(Messages.Offers_oneHeader, change), choice(Messages.Offers_noHeader, asked.change().headerRows(0))), 0);
            case "second-header" -> new Question("header", warning.message(),
                    List.of(choice(Messages.Offers_twoHeaders, change), choice(Messages.Offers_oneHeader, asked.change().headerRows(1))), 0);
            case "comments" -> new Question("comment", warning.message(), List.of(choice(Messages.Offers_comments, change),
                    choice(Messages.Offers_noComments, asked.change().comment(ReadOptions.NONE))), 0);
            case "comments-unclear" -> new Question("comment", warning.message(), List.of(choice(Messages.Offers_noComments, change),
                    choice(Messages.Offers_comments, asked.change().comment('#'))), 0);
            case "trailing-delimiter" -> new Question("trailing-delimiter", warning.message(), List.of(choice(Messages.Offers_trailing, change),
                    choice(Messages.Offers_emptyColumn, asked.change().trailingDelimiter(false))), 0);
            default -> null;
        });
    }

    private Question marks(DataWarning warning, Found found) {
        char decimal = found.imported().flatMap(imported -> imported.options().decimal()).orElse('.');
        boolean point = warning.option().equals("grouping");
        Choice now = choice(point && decimal == '.' ? Messages.Offers_decimals : Messages.Offers_keepText, asked.change());
        List<Choice> choices = new ArrayList<>(List.of(now));
        char groups = point ? '.' : ',';
        choices.add(choice(NLS.bind(Messages.Offers_thousands, groups),
                asked.change().grouping(groups).decimal(groups == '.' ? ',' : '.')));
        if (!point) {
            choices.add(choice(Messages.Offers_decimals, asked.change().decimal(',')));
        }
        return new Question("grouping", warning.message(), choices, 0);
    }
}
