/**
 * What the parts of the workbench share: the hop to and from the user interface thread, live lists of runs and data sets,
 * a virtual grid, how numbers are shown. Everything is of use on the user interface thread only, unless it says otherwise.
 */
package org.orrery.ui;
