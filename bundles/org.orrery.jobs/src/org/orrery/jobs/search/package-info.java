/** One small language to find runs with, for the command line and the workbench: what it is made of stands at {@link org.orrery.jobs.search.RunSearch}. */
package org.orrery.jobs.search;
