/** How rows are divided into those that train and those that test. */
package org.orrery.learning.validation;
