/** Why a model predicts a row as it does. */
package org.orrery.learning.explain;
