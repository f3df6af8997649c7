/**
 * The command line: words in, one result on the standard output, an exit code. {@link org.orrery.cli.CommandLine} takes the
 * words to a command of {@code org.orrery.cli.commands} and whatever goes wrong to a sentence.
 */
package org.orrery.cli;
