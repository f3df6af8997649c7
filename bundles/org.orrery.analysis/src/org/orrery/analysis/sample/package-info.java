/** Samples of the rows of a data set: the settings that ask for one, and how rows are drawn. */
package org.orrery.analysis.sample;
