/**
 * The searchable index over the run folders of a workspace, in an embedded Derby database. Everything in it can be read again from
 * the run folders, so that whatever is wrong with it is cured in one way: it is set aside and rebuilt.
 */
package org.orrery.history;
