/** Real data sets that come with the product, for the first steps and for tests. */
package org.orrery.samples;
