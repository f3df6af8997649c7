/**
 * The conformance kit: what every analysis promises to its users, as tests that a bundle gets by naming its analysis and a
 * sample. {@link org.orrery.testkit.ConformanceContract} is the way in for JUnit, {@link org.orrery.testkit.ConformanceKit}
 * for anything else; {@link org.orrery.testkit.DocumentDifference} says what may differ between two runs of the same.
 */
package org.orrery.testkit;
