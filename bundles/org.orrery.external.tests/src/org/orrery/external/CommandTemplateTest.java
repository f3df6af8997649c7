package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Words of a command stay words, whatever stands in them. */
class CommandTemplateTest {
    private static final List<Variable> PARAMETERS = List.of(new Variable("epochs", "200"), new Variable("evil", "a b\"; rm -rf $HOME \\ ${dataset}"));

    @Test
    void parametersAndTheDataSetAreFilledIn() {
        CommandTemplate template = new CommandTemplate(List.of("Rscript", "--epochs=${param:epochs}", "${dataset}"), PARAMETERS);
        assertEquals(Optional.empty(), template.unknown(true, false));
        assertEquals(List.of("Rscript", "--epochs=200", Path.of("/data/x y.csv").toString()), template.filled(Optional.of(Path.of("/data/x y.csv")), Optional.empty()));
    }

    @Test
    void aValueIsOneWordAndIsNotFilledAgain() {
        CommandTemplate template = new CommandTemplate(List.of("x", "${param:evil}"), PARAMETERS);
        assertEquals(List.of("x", "a b\"; rm -rf $HOME \\ ${dataset}"), template.filled(Optional.empty(), Optional.empty()));
    }

    @Test
    void aPlaceWithoutAMeaningIsNamed() {
        assertEquals(Optional.of("param:epoch"), new CommandTemplate(List.of("${param:epoch}"), PARAMETERS).unknown(true, false));
        assertEquals(Optional.of("dataset"), new CommandTemplate(List.of("${dataset}"), PARAMETERS).unknown(false, false));
    }

    @Test
    void aWordForEachPartIsThereAsOftenAsThereAreParts() {
        CommandTemplate template = new CommandTemplate(List.of("rave", "--config=${each:config}", "--gpu=${each:gpu}"),
                List.of(new Variable("config", "v2, noise,${dataset}"), new Variable("gpu", "")));
        assertEquals(Optional.empty(), template.unknown(false, false));
        assertEquals(List.of("rave", "--config=v2", "--config=noise", "--config=${dataset}"), template.filled(Optional.empty(), Optional.empty()));
    }

    @Test
    void aCheckpointStandsOnlyWhereARunGoesOn() {
        CommandTemplate template = new CommandTemplate(List.of("--ckpt", "${checkpoint}"), List.of());
        assertEquals(Optional.of("checkpoint"), template.unknown(false, false));
        assertEquals(Optional.empty(), template.unknown(false, true));
        assertEquals(List.of("--ckpt", Path.of("/a b").toString()), template.filled(Optional.empty(), Optional.of(Path.of("/a b"))));
    }
}
