/**
 * Run management on Eclipse Jobs. A {@link org.orrery.jobs.Workspace} is opened by one process; its {@link org.orrery.jobs.Runs}
 * takes requests and its {@link org.orrery.jobs.RunFolders} shows every run that is stored, whoever owns the workspace.
 */
package org.orrery.jobs;
