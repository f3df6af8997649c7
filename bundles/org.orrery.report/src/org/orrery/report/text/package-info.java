/** Texts as the formats need them: escaped, and numbers with as many places as a reader can use. */
package org.orrery.report.text;
