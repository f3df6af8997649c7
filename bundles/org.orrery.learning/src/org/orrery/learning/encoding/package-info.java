/** How columns of any type become the numbers that models take, learnt from the rows of one fold alone. */
package org.orrery.learning.encoding;
