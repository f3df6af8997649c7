package org.orrery.jobs.notice;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;

/** Tells a program of the user's of a notice: words as they are, no shell, a minute at most. */
public final class NoticeCommand {
    private static final long LIMIT_SECONDS = 60;

    private NoticeCommand() {
    }

    /** The words with <code>${event}</code>, <code>${run}</code>, <code>${name}</code> and <code>${message}</code> filled in. */
    public static List<String> filled(List<String> words, Notice notice) {
        return words.stream().map(word -> filled(word, notice)).toList();
    }

    private static String filled(String word, Notice notice) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = word.indexOf("${"); at >= 0; at = word.indexOf("${", from)) {
            int end = word.indexOf('}', at);
            if (end < 0) {
                break;
            }
            text.append(word, from, at).append(value(word.substring(at + 2, end), notice));
            from = end + 1;
        }
        return text.append(word.substring(from)).toString();
    }

    private static String value(String place, Notice notice) {
        return switch (place) {
            case "event" -> notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case "run" -> Long.toString(notice.run());
            case "name" -> notice.name();
            case "message" -> notice.message();
            default -> "${" + place + "}";
        };
    }

    /**
     * Runs it to its end, a minute at most; not on the user interface thread.
     *
     * @param words those of the program; does nothing without any
     * @throws IOException in a sentence for the user, when the program cannot be started
     */
    public static void run(List<String> words, Notice notice) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        try {
            Process process = new ProcessBuilder(filled(words, notice)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IOException(NLS.bind(Messages.NoticeCommand_failed, words.get(0), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
