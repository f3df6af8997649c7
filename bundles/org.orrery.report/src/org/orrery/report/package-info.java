/** Reports on stored runs. Other bundles ask {@link org.orrery.report.RunReports}. */
package org.orrery.report;
