/** What is worth telling about runs while nobody looks, by which rules, and a program of the user's that is told. Knows no window. */
package org.orrery.jobs.notice;
