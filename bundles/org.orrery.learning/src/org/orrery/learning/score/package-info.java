/** Kept classifiers applied to new data. */
package org.orrery.learning.score;
