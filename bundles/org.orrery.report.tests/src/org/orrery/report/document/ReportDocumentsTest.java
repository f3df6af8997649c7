package org.orrery.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.Names;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.render.RenderRequest;
import org.orrery.analysis.render.ResultRenderer;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;

class ReportDocumentsTest {
    private static final List<String> PAYLOADS = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
            "</title></style></svg><svg/onload=alert(1)>", "javascript:alert(1)", "{{{style}}}{{#parts}}{{/parts}}", "a|b|c\n| d |", "[x](javascript:alert(1))",
            "![i](https://evil.example/p.png)", "&lt;b&gt;&#x3c;i&#x3e;", "<!-- --><![CDATA[x]]>", "\u0000\u0008\uD800", "<a href=\"data:text/html,x\">", "```\n<b>\n```",
            "<iframe srcdoc='<script>1</script>'>", "@import url(//evil.example)", "=cmd|' /C calc'!A0");
    private static final Set<String> TAGS = Set.of("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "nav", "ol", "li", "a", "main",
            "section", "div", "p", "ul", "span", "dl", "dt", "dd", "figure", "figcaption", "strong", "svg", "desc", "path", "text", "rect", "details", "summary",
            "table", "thead", "tbody", "tr", "th", "td");
    private static final Set<String> ATTRIBUTES = Set.of("lang", "charset", "http-equiv", "content", "name", "class", "id", "role", "title", "scope", "href",
            "aria-label", "viewBox", "font-family", "x", "y", "width", "height", "overflow", "fill", "stroke", "stroke-width", "stroke-linejoin",
            "stroke-dasharray", "d", "font-size", "text-anchor", "font-weight", "transform");

    @Test
    void nothingFromDataBecomesMarkupInHtml() throws IOException {
        for (String payload : PAYLOADS) {
            String html = write("html", List.of(SampleRun.completed(1, payload), SampleRun.completed(2, payload)));
            Matcher tag = Pattern.compile("<(/?)([a-zA-Z!][^\\s>/]*)([^>]*)>").matcher(html);
            while (tag.find()) {
                String name = tag.group(2);
                assertTrue(TAGS.contains(name) || name.equals("!DOCTYPE"), payload + ": " + tag.group());
                String rest = tag.group(3).replaceAll("\"[^\"]*\"", "\"\"");
                Matcher attribute = Pattern.compile("([^\\s=/\"]+)=").matcher(rest);
                while (attribute.find()) {
                    assertTrue(ATTRIBUTES.contains(attribute.group(1)), payload + ": " + tag.group());
                }
            }
            Matcher link = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
            while (link.find()) {
                assertTrue(link.group(1).matches("#run-\\d+"), link.group());
            }
        }
    }

    @Test
    void thePageMayLoadNothingAndItsPolicyKnowsItsOwnStyle() throws Exception {
        String html = write("html", List.of(SampleRun.completed(1, "x")));
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertTrue(html.contains("content=\"default-src 'none'; style-src 'sha256-" + digest.replace("=", "&#61;") + "'; base-uri 'none'; form-action 'none'\"")
                || html.contains("content=\"default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'\""));
        assertFalse(html.contains(" style=") || html.contains("<script") || html.contains("http://") || html.contains("https://") || html.contains("url("));
    }

    @Test
    void warningsComeBeforeFindingsFiguresChartsTablesAndMethod() throws IOException {
        String html = write("html", List.of(SampleRun.completed(1, "x")));
        List<String> order = List.of("The run ended with an error", "What to know before trusting this", ">Findings<", ">Key figures<", ">Charts<", ">Tables<",
                "Units that failed or were skipped", "How this was done", ">Settings<", "Files kept with the run");
        for (int i = 1; i < order.size(); i++) {
            assertTrue(html.indexOf(order.get(i - 1)) >= 0 && html.indexOf(order.get(i - 1)) < html.indexOf(order.get(i)), order.get(i));
        }
    }

    @Test
    void theMethodNamesEverySettingTheSeedTheVersionAndTheStatus() throws IOException {
        for (String format : List.of("html", "md")) {
            String text = write(format, List.of(SampleRun.completed(1, "churn")));
            for (String expected : List.of("tree.maxDepth", "folds", "positive", "dummy, churn", "12345", "1.0.0churn", "COMPLETED", "The analysis is not installed.",
                    "2026-11-21 10", "15 of 16 done, 2 of them restored; 1 failed, 0 skipped")) {
                assertTrue(text.replace("\\", "").replace("&#58;", ":").contains(expected), format + " lacks " + expected);
            }
        }
    }

    @Test
    void modelsFiguresAndUnitsAreReadByTheirNames() throws IOException {
        Names names = new Names(Map.of("modeltree", Map.of("tree#", "Decision tree {0}"), "besttree", Map.of("tree", "The best of trees")),
                Map.of("tree", "Decision tree", "fold-#tree", "fold {0}"), Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StoredRunReports(SampleRun.emptyCatalog(names), List.of(new MarkdownResultRenderer())).write(List.of(SampleRun.completed(1, "tree")), "md", out);
        String text = out.toString(StandardCharsets.UTF_8);
        for (String expected : List.of("| Decision tree 7 |", "| The best of trees |", "| Decision tree, fold 3 |")) {
            assertTrue(text.contains(expected), expected + "\n" + text);
        }
    }

    @Test
    void longTablesAreCutAndSayHowManyRowsThereAre() throws IOException {
        String html = write("html", List.of(SampleRun.completed(1, "x")));
        assertTrue(html.contains("The first 200 of 300 rows are shown; the run keeps the whole table leaderboard."));
        String table = html.substring(html.indexOf("id=\"run-1-table-1\""));
        table = table.substring(0, table.indexOf("</table>"));
        assertEquals(201, table.split("<tr>", -1).length - 1);
    }

    @Test
    void numbersOfAColumnHaveTheSameNumberOfPlacesAndStandOnTheRight() throws IOException {
        String html = write("html", List.of(SampleRun.completed(1, "x")));
        assertTrue(html.contains("<td class=\"n\">0.5010</td><td class=\"n\">1</td><td>–</td>"), html);
    }

    @Test
    void aHugeResultStaysASmallFile() throws IOException {
        Result.Builder result = Result.builder();
        for (int i = 0; i < 100; i++) {
            SampleRun.someResult("a word that is rather long " + "x".repeat(300), 1_000).tables().forEach(result::table);
        }
        String html = write("html", List.of(new SampleRun(1, "x", Optional.of(result.build()), RunState.COMPLETED)));
        assertTrue(html.length() < 8_000_000, html.length() + " characters");
        assertTrue(html.contains("The first 0 of 1,000 rows are shown"));
    }

    @Test
    void anUnreadableTableIsNamedWithTheReasonAndTheRestIsThere() throws IOException {
        Result result = Result.builder().table(ResultTable.of("broken", "Broken", rows(0, true))).table(ResultTable.of("fine", "Fine", rows(10, false))).build();
        String html = write("html", List.of(new SampleRun(1, "x", Optional.of(result), RunState.COMPLETED)));
        assertTrue(html.contains("This table could not be read: the disk is gone"));
        assertTrue(html.contains("value 3"));
    }

    @Test
    void onlyTheShownRowsOfAStoredTableAreRead() throws IOException {
        int[] blocks = {0};
        StoredRows rows = rows(1_000_000, false);
        StoredRows counting = new StoredRows() {
            @Override
            public String name() {
                return rows.name();
            }

            @Override
            public Schema schema() {
                return rows.schema();
            }

            @Override
            public long count() {
                return 1_000_000;
            }

            @Override
            public void forEachBlock(Consumer<Table> action) {
                rows.forEachBlock(block -> {
                    blocks[0]++;
                    action.accept(block);
                });
            }
        };
        Result result = Result.builder().table(ResultTable.of("large", "Large", counting)).build();
        String html = write("html", List.of(new SampleRun(1, "x", Optional.of(result), RunState.COMPLETED)));
        assertTrue(html.contains("The first 200 of 1,000,000 rows are shown"));
        assertEquals(20, blocks[0]);
    }

    @Test
    void aRunWithoutResultSaysSo() throws IOException {
        for (String format : List.of("html", "md")) {
            assertTrue(write(format, List.of(new SampleRun(1, "x", Optional.empty(), RunState.CANCELLED))).contains("This run has no result."));
        }
    }

    @Test
    void severalRunsGetATableOfContents() throws IOException {
        String html = write("html", List.of(SampleRun.completed(3, "x"), SampleRun.completed(9, "y")));
        assertTrue(html.contains("<a href=\"#run-3\">") && html.contains("<section id=\"run-9\">") && html.contains("Report on 2 runs"));
        assertTrue(html.contains("Table 2."));
    }

    @Test
    void markdownTablesKeepTheirColumnsWhateverTheCellsHold() throws IOException {
        for (String payload : PAYLOADS) {
            String markdown = write("md", List.of(SampleRun.completed(1, payload)));
            int columns = -1;
            for (String line : markdown.lines().toList()) {
                if (!line.startsWith("|")) {
                    columns = -1;
                    continue;
                }
                int found = line.replaceAll("\\\\.", "").split("\\|", -1).length;
                assertTrue(columns < 0 || columns == found, payload + ": " + line);
                columns = found;
            }
            assertFalse(Pattern.compile("<[a-zA-Z!/]|(?<!\\\\)\\]\\(|https?://|javascript:").matcher(markdown).find(), payload + "\n" + markdown);
        }
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        assertEquals(write("html", List.of(SampleRun.completed(1, "x"))), write("html", List.of(SampleRun.completed(1, "x"))));
    }

    @Test
    void theFileAppearsWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        StoredRun run = SampleRun.completed(1, "x");
        Path file = folder.resolve("new/report.html");
        reports().write(List.of(run), "html", file);
        byte[] before = Files.readAllBytes(file);
        ResultRenderer failing = new ResultRenderer() {
            @Override
            public String format() {
                return "html";
            }

            @Override
            public void render(RenderRequest request, OutputStream out) throws IOException {
                out.write(1);
                throw new IOException("the disk is full");
            }
        };
        StoredRunReports broken = new StoredRunReports(SampleRun.emptyCatalog(), List.of(failing));
        assertThrows(IOException.class, () -> broken.write(List.of(run), "html", file));
        assertEquals(before.length, Files.size(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> write("pdf", List.of(SampleRun.completed(1, "x"))));
        assertTrue(refused.getMessage().contains("[html, md]"));
        assertEquals(List.of("html", "md"), reports().formats());
    }

    @Test
    void eachTextHasAKeyAndEachKeyAText() throws IOException {
        Map<String, String> texts = Messages.all();
        texts.forEach((key, text) -> assertFalse(text == null || text.contains("missing message"), key));
        Properties file = new Properties();
        try (var in = Messages.class.getResourceAsStream("messages.properties")) {
            file.load(in);
        }
        assertEquals(texts.keySet(), new TreeSet<>(file.stringPropertyNames()));
    }

    private static StoredRows rows(int count, boolean broken) {
        Schema schema = Schema.of(Column.of("a", ColumnType.TEXT));
        return new StoredRows() {
            @Override
            public String name() {
                return "rows";
            }

            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public long count() {
                return count;
            }

            @Override
            public void forEachBlock(Consumer<Table> action) {
                if (broken) {
                    throw new UncheckedIOException(new IOException("the disk is gone"));
                }
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    values.add("value " + i);
                    if (values.size() == 10) {
                        var table = Table.builder(schema);
                        values.forEach(table::row);
                        action.accept(table.build());
                        values.clear();
                    }
                }
            }
        };
    }

    private static StoredRunReports reports() {
        return new StoredRunReports(SampleRun.emptyCatalog(), List.of(new MarkdownResultRenderer(), new HtmlResultRenderer()));
    }

    private static String write(String format, List<? extends StoredRun> runs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports().write(List.copyOf(runs), format, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
