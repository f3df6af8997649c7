/** Classification: models compared under stratified cross-validation, the best of them refitted on all rows. */
package org.orrery.classification;
