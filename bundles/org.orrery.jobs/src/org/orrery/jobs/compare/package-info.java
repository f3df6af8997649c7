/** Why one stored run came out better than another: what differed, ranked by what the history has of it, and pictures of settings against a figure. */
package org.orrery.jobs.compare;
