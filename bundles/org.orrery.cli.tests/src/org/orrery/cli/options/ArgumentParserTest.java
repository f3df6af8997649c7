package org.orrery.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;

class ArgumentParserTest {
    private final ArgumentParser parser = new ArgumentParser(List.of(new Syntax("go", "PLACE", 1, 2,
            List.of(Option.values("by", "MEANS", ""), Option.value("speed", "N", ""), Option.flag("fast", "")), "")));

    private Arguments parse(String... words) throws RunException {
        return parser.parse(List.of(words));
    }

    private String refusal(String... words) {
        RunException refusal = assertThrows(RunException.class, () -> parse(words));
        assertEquals(RunException.Code.BAD_USAGE, refusal.code());
        return refusal.getMessage();
    }

    @Test
    void optionsMayStandAnywhere() throws RunException {
        Arguments arguments = parse("--json", "--workspace", "w", "go", "--by", "car", "home", "--by=bus=7", "--fast");
        assertEquals(Optional.of("go"), arguments.word());
        assertEquals(List.of("home"), arguments.operands());
        assertEquals(List.of("car", "bus=7"), arguments.values("by"));
        assertEquals(Optional.of("w"), arguments.value("workspace"));
        assertTrue(arguments.has("json") && arguments.has("fast"));
    }

    @Test
    void valuesMayBeEmptyNegativeOrWithSpaces() throws RunException {
        assertEquals(Optional.of("-5"), parse("go", "x", "--speed", "-5").value("speed"));
        assertEquals(Optional.of(""), parse("go", "x", "--speed", "").value("speed"));
        assertEquals(Optional.of("--a"), parse("go", "x", "--speed=--a").value("speed"));
        assertEquals(List.of("größe ü", "日本"), parse("go", "größe ü", "日本").operands());
    }

    @Test
    void afterTwoDashesEverythingIsAnOperand() throws RunException {
        assertEquals(List.of("--fast", "--json"), parse("go", "--", "--fast", "--json").operands());
    }

    @Test
    void mistakesAreToldWithWhatWasMeant() {
        assertTrue(refusal("go", "x", "--sped", "3").contains("--speed"));
        assertTrue(refusal("goo").contains("Did you mean go?"));
        assertTrue(refusal("go").contains("PLACE"));
        assertTrue(refusal("go", "a", "b", "c").contains("\"c\""));
        assertTrue(refusal("go", "a", "--speed").contains("--speed N"));
        assertTrue(refusal("go", "a", "--speed", "--fast").contains("--speed N"));
        assertTrue(refusal("go", "a", "--speed", "1", "--speed", "2").contains("only once"));
        assertTrue(refusal("go", "a", "--fast=yes").contains("no value"));
        assertTrue(refusal("go", "a", "-x").contains("-x"));
        assertTrue(refusal().contains("--help"));
        assertTrue(refusal("--json").contains("--help"));
    }

    @Test
    void helpIsGivenWhateverElseIsWrong() throws RunException {
        assertTrue(parse("go", "--help").has("help"));
        assertTrue(parse("-h").has("help"));
        assertTrue(parse("go", "--nonsense", "--version").has("version"));
    }
}
