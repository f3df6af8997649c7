/** The way into the workbench: workspace, display, window, and the way out again. */
package org.orrery.app;
