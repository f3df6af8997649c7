/**
 * What comes of a run, as plain values: figures, tables, described charts, findings and warnings. Nothing here draws,
 * formats or stores.
 */
package org.orrery.analysis.result;
