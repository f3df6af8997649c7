package org.orrery.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/**
 * Prints the words it was started with, one a line in square brackets, and ends with the code named by a first word
 * <code>exit</code>: enough to prove that a start passes words and codes through.
 */
public final class CommandLineApplication implements IApplication {

	/** The words of the caller, separated by NUL; set by the bootstrap so that Equinox takes none for its own. */
	private static final String WORDS = "orrery.words";

	@Override
	public Object start(IApplicationContext context) {
		String joined = System.getProperty(WORDS);
		String[] words = joined == null ? (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS)
				: joined.split("\0", -1);
		for (String word : words) {
			System.out.println("[" + word + "]");
		}
		return words.length == 2 && words[0].equals("exit") ? Integer.valueOf(words[1]) : EXIT_OK;
	}

	@Override
	public void stop() {
		// Nothing runs longer than start().
	}
}
