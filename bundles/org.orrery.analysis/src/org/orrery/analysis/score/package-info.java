/** Applying a kept model to new data: {@link org.orrery.analysis.score.Scorer} is a service. */
package org.orrery.analysis.score;
