/** Runs of cross-validations against each other. */
package org.orrery.learning.compare;
