/** Probabilities made honest: maps from what a model says to what is observed, learnt from rows that did not train it. */
package org.orrery.learning.calibration;
