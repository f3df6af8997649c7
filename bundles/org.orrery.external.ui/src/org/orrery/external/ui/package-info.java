/** External programs in the workbench: the wizard that runs one, and the workbench of patterns. */
package org.orrery.external.ui;
