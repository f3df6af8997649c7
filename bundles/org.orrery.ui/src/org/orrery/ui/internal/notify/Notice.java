package org.orrery.ui.internal.notify;

/**
 * Something that happened to a run.
 *
 * @param kind what
 * @param run its number
 * @param name what the user calls it
 * @param message a sentence
 */
record Notice(NoticeRules.Kind kind, long run, String name, String message) {
}
