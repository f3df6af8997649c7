package org.orrery.cli.commands;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;

/** One word of the command line. Stateless. */
public interface Command {
    /** What may follow the word. */
    Syntax syntax();

    /**
     * Does it, and says how the process ends.
     *
     * @throws Exception what the command line turns into a sentence, a code and an exit code
     */
    ExitCode run(Session session) throws Exception;
}
