/** Programs of others as analyses: how they are described, and what their logs say. */
package org.orrery.analysis.program;
