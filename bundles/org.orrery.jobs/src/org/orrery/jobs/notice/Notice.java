package org.orrery.jobs.notice;

/**
 * Something that happened to a run.
 *
 * @param kind what
 * @param run its number
 * @param name what the user calls it
 * @param message a sentence
 */
public record Notice(NoticeRules.Kind kind, long run, String name, String message) {
}
