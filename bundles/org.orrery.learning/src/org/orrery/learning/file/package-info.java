/** Models on disk: a small binary format of our own, versioned, with a digest at its end. */
package org.orrery.learning.file;
