/** How good predictions are: measures, curves and calibration, from actual classes and probabilities alone. */
package org.orrery.learning.evaluation;
