/** How results look: JSON documents for scripts, tables of text for people. */
package org.orrery.cli.output;
