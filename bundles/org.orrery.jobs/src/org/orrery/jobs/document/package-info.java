/** Stored runs as the JSON documents and CSV files that scripts read. */
package org.orrery.jobs.document;
