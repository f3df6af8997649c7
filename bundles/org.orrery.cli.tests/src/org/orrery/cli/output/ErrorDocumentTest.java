package org.orrery.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.data.DataException.Where;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

class ErrorDocumentTest {
    private static Problem problem(String message, Where where) {
        return new Problem(Code.BAD_DATA, "", message, Optional.of(where));
    }

    @Test
    void theOptionThatMayHelpIsNamedAsItIsWritten() {
        Problem problem = problem("The last line is no data.", Where.at(Path.of("a.csv"), 7).with("skip-end"));
        assertEquals("The last line is no data. (The option --skip-end may help.)", ErrorDocument.sentence(problem));
        Map<?, ?> error = (Map<?, ?>) ErrorDocument.of(problem).get("error");
        assertEquals("skip-end", ((Map<?, ?>) error.get("where")).get("setting"));
    }

    @Test
    void aSentenceThatNamesTheOptionAlreadyOrNeedsNoneStaysAsItIs() {
        assertEquals("Use --skip-end.", ErrorDocument.sentence(problem("Use --skip-end.", Where.at(Path.of("a.csv"), 7).with("skip-end"))));
        assertEquals("It is broken.", ErrorDocument.sentence(problem("It is broken.", Where.in(Path.of("a.csv")))));
    }
}
