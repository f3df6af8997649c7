/** What the user writes: words, options, how data are read, and settings. */
package org.orrery.cli.options;
