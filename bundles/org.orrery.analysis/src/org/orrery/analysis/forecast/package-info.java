/** How long a run will take, by what earlier ones took. */
package org.orrery.analysis.forecast;
