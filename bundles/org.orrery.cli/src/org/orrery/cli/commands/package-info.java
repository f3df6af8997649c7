/** The words of the command line, a class each, and what they share. */
package org.orrery.cli.commands;
