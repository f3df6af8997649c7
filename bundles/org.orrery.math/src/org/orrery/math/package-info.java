/**
 * Numerical ground that more than one part of Orrery stands on: counter-based chance, exact sums, quantiles and
 * minimisation. Plain Java; nothing here knows of data sets, runs or the platform.
 */
package org.orrery.math;
