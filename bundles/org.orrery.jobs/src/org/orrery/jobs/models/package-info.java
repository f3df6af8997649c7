/** Models that have a name and versions, of which some hold a stage: where programs and people find the model that is to be used. */
package org.orrery.jobs.models;
