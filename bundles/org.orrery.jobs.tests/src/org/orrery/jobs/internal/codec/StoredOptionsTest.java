package org.orrery.jobs.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.data.ReadOptions.Escape;

/** Read options and warnings as catalogues keep them. */
class StoredOptionsTest {
    @Test
    void whatAnOlderVersionHasStoredIsRead() throws Exception {
        String old = """
                {"delimiter": ";", "quote": "\\"", "encoding": "UTF-8", "header": true, "decimal": ",", "missing": ["NA"],
                 "types": {"x": "REAL"}, "ignored": [], "zone": null, "sheet": null}""";
        assertEquals(ReadOptions.DETECT.change().delimiter(";").quote('"').encoding("UTF-8").header(true).decimal(',').missing(List.of("NA"))
                .types(Map.of("x", ColumnType.REAL)).options(), PlainJson.read(old.getBytes(StandardCharsets.UTF_8), ReadOptions.class));
        assertEquals(new DataWarning("w", "A sentence."),
                PlainJson.read("{\"code\": \"w\", \"message\": \"A sentence.\"}".getBytes(StandardCharsets.UTF_8), DataWarning.class));
    }

    @Test
    void everyOptionComesBack() throws Exception {
        ReadOptions options = ReadOptions.DETECT.change().delimiter("~|~").quote(ReadOptions.NONE).escape(Escape.BACKSLASH).comment('#')
                .trailingDelimiter(true).encoding("UTF-8").skip(3).skipEnd(1).headerRows(2).decimal(',').grouping('.').missing(List.of(""))
                .types(Map.of("x", ColumnType.DATE)).ignored(List.of("y")).dateOrder(DateOrder.DAY_FIRST).zone("UTC").widths(List.of(3, 4))
                .sheet("Sheet 2").maxColumns(20_000).options();
        assertEquals(options, PlainJson.read(PlainJson.write(options), ReadOptions.class));
    }
}
