/**
 * Runs in processes of their own: how one is started, how it and the owner of the workspace talk, and how it is ended. What it
 * carries out is in {@code internal.run}, the same code as in the owner.
 */
package org.orrery.jobs.internal.worker;
