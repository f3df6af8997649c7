/** Which ended runs a workspace keeps, and which go when they are old, many or large. */
package org.orrery.jobs.retention;
