/**
 * Data sets as the rest of Orrery sees them: an immutable description ({@link org.orrery.data.Dataset}), the values of
 * some columns in memory ({@link org.orrery.data.Table}), and the store that imports files and reads them back.
 */
package org.orrery.data;
