/**
 * What an analysis is: a list of {@link org.orrery.analysis.Unit units} of work and a summary of the outcomes of any of
 * them. A plugin developer compiles against this bundle and {@code org.orrery.data} alone; queueing, progress,
 * cancellation, checkpoints and resume come from the job-management bundle.
 */
package org.orrery.analysis;
