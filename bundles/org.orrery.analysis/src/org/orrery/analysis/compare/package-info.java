/** What two runs of the same kind differ in, by more than chance: a service that faces ask and layers below implement. */
package org.orrery.analysis.compare;
