/** External training processes: any program as an analysis, with its metrics, log and files. */
package org.orrery.external;
