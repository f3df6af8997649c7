package org.orrery.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.jobs.RunException;

class ReadOptionsReaderTest {
    private static ReadOptions read(Map<String, List<String>> options) throws RunException {
        return new ReadOptionsReader(new Arguments(Optional.empty(), List.of(), options)).read(Optional.empty());
    }

    @Test
    void everythingIsDetectedWhenNothingIsSaid() throws RunException {
        assertEquals(ReadOptions.DETECT, read(Map.of()));
    }

    @Test
    void everyOptionIsTaken() throws RunException {
        ReadOptions options = read(Map.of("delimiter", List.of("tab"), "quote", List.of("'"), "encoding", List.of("latin1"), "header",
                List.of("no"), "decimal", List.of(","), "missing", List.of("NA,-,"), "zone", List.of("Europe/Berlin")));
        assertEquals(ReadOptions.DETECT.change().delimiter("\t").quote('\'').encoding("ISO-8859-1").headerRows(0).decimal(',')
                .missing(List.of("NA", "-", "")).zone("Europe/Berlin").options(), options);
    }

    @Test
    void theFormOfAFileCanBeSaid() throws RunException {
        ReadOptions options = read(Map.ofEntries(Map.entry("delimiter", List.of("~|~")), Map.entry("quote", List.of("none")),
                Map.entry("escape", List.of("backslash")), Map.entry("comment", List.of("#")), Map.entry("skip", List.of("3")),
                Map.entry("skip-end", List.of("1")), Map.entry("trailing-delimiter", List.of("yes")), Map.entry("header", List.of("2")),
                Map.entry("grouping", List.of(".")), Map.entry("date-order", List.of("day")), Map.entry("widths", List.of("3, 5,8")),
                Map.entry("max-columns", List.of("20000"))));
        assertEquals(ReadOptions.DETECT.change().delimiter("~|~").quote(ReadOptions.NONE).escape(Escape.BACKSLASH).comment('#').skip(3)
                .skipEnd(1).trailingDelimiter(true).headerRows(2).grouping('.').dateOrder(DateOrder.DAY_FIRST).widths(List.of(3, 5, 8))
                .maxColumns(20_000).options(), options);
        assertEquals(ReadOptions.DETECT.change().comment(ReadOptions.NONE).headerRows(1).options(),
                read(Map.of("comment", List.of("none"), "header", List.of("yes"))));
    }

    @Test
    void namesOfColumnsMayHoldCommasAndEqualsSigns() throws RunException {
        ReadOptions options = read(Map.of("types", List.of("a=integer,b, c=text,x=y=ignore", "day=date")));
        assertEquals(Map.of("a", ColumnType.INTEGER, "b, c", ColumnType.TEXT, "day", ColumnType.DATE), options.types());
        assertEquals(List.of("x=y"), options.ignored());
    }

    @Test
    void valuesThatCannotBeMeantAreRefused() {
        for (Map.Entry<String, String> bad : Map.of("delimiter", "", "quote", "ab", "encoding", "no such", "header", "maybe", "decimal", "",
                "types", "a=number", "zone", "Mars/Base", "skip", "-1", "widths", "3,x", "date-order", "year").entrySet()) {
            RunException refusal = assertThrows(RunException.class, () -> read(Map.of(bad.getKey(), List.of(bad.getValue()))), bad.getKey());
            assertEquals(RunException.Code.BAD_USAGE, refusal.code());
        }
    }
}
