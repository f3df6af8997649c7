package org.orrery.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.cli.output.TextTable.Side;

class OutputTest {
    @Test
    void numbersHaveFourDecimalsWhereThatIsReadable() {
        assertEquals(List.of("0.6667", "-12.5000", "0.0000", "1.2346e+08", "1.0000e-04", "-", "-", "17", "yes"),
                Arrays.asList(2.0 / 3, -12.5, 0.0, 123_456_789.0, 1e-4, Double.NaN, null, 17L, "yes").stream().map(Numbers::text).toList());
    }

    @Test
    void secondsReadAsPeopleSayThem() {
        assertEquals(List.of("0.2 s", "12 s", "2 min 05 s", "1 h 01 min", "-"),
                List.of(0.24, 12.3, 125.0, 3_660.0, Double.NaN).stream().map(Numbers::seconds).toList());
    }

    @Test
    void tablesAlignTextsLeftAndNumbersRightAndKeepControlCharactersOut() {
        TextTable table = new TextTable().column("NAME", Side.LEFT).column("N", Side.RIGHT).row("a\u001b[31m", "1").row("longer", "1000");
        assertEquals(List.of("NAME       N", "a [31m     1", "longer  1000"), table.lines(2));
        assertEquals(1, table.fitting(10));
        assertEquals(2, table.fitting(12));
    }

    @Test
    void jsonKeepsOrderAndPrecisionAndHasNoNaN() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("z", 0.1 + 0.2);
        plain.put("a", Arrays.asList(1L, Double.NaN, null, Optional.of("<é>"), Optional.empty(), true));
        assertEquals("{\"z\":0.30000000000000004,\"a\":[1,null,null,\"<é>\",null,true]}", Json.of(plain).replaceAll("\\s", ""));
    }
}
