/** The runs of a workspace in a browser on this machine: pages, Server-Sent Events, and verbs, behind guards. */
package org.orrery.monitor;
