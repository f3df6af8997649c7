package org.orrery.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.orrery.analysis.settings.Nearest;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunQueue.Entry;
import org.orrery.jobs.RunQueue.Snapshot;

/** {@code orrery queue}: what waits, in which order and why; and the words that change it. */
final class QueueCommand implements Command {
    private static final int MOST_WORDS = 3;

    @Override
    public Syntax syntax() {
        return new Syntax("queue", Messages.QueueCommand_operands, 0, MOST_WORDS, List.of(), Messages.QueueCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        List<String> words = session.arguments().operands();
        check(words);
        return session.in(connection -> {
            session.interruption().onRequest(() -> connection.runs().interruptAll(RunFollower.INTERRUPT_LIMIT));
            RunQueue queue = connection.runs().queue();
            if (!words.isEmpty()) {
                change(queue, words);
            }
            Snapshot now = queue.look();
            session.document(Map.of("queue", document(now)));
            session.terminal().print(text(now));
            return ExitCode.COMPLETED;
        });
    }

    private static void check(List<String> words) throws RunException {
        int expected = switch (words.isEmpty() ? "" : words.get(0)) {
            case "" -> 0;
            case "pause", "proceed" -> 1;
            case "move", "priority", "after", "slots" -> MOST_WORDS;
            default -> throw unknown(Messages.QueueCommand_unknown, words.get(0), List.of("move", "priority", "after", "pause", "proceed", "slots"));
        };
        if (words.size() != expected) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.QueueCommand_words, words.get(0), Messages.QueueCommand_forms));
        }
    }

    private static void change(RunQueue queue, List<String> words) throws RunException {
        switch (words.get(0)) {
            case "pause" -> queue.pause();
            case "proceed" -> queue.proceed();
            case "move" -> queue.move(number(words.get(1)), (int) Math.min(number(words.get(2)) - 1, Integer.MAX_VALUE));
            case "priority" -> queue.priority(number(words.get(1)), word(RunQueue.Priority.class, words.get(2)));
            case "after" -> queue.after(number(words.get(1)), words.get(2).equals("0") ? 0 : number(words.get(2)));
            case "slots" -> queue.slots(word(RunQueue.Kind.class, words.get(1)), (int) Math.min(number(words.get(2)), Integer.MAX_VALUE));
            default -> throw new IllegalArgumentException(words.get(0));
        }
    }

    private static long number(String word) throws RunException {
        if (!word.matches("[1-9]\\d{0,17}")) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.QueueCommand_number, word));
        }
        return Long.parseLong(word);
    }

    /** The constant that the user means, in small letters. */
    static <E extends Enum<E>> E word(Class<E> type, String word) throws RunException {
        List<String> known = Arrays.stream(type.getEnumConstants()).map(QueueCommand::small).toList();
        int index = known.indexOf(word);
        if (index < 0) {
            throw unknown(Messages.QueueCommand_word, word, known);
        }
        return type.getEnumConstants()[index];
    }

    private static RunException unknown(String message, String word, List<String> known) {
        return new RunException(Code.BAD_USAGE, Nearest.hint(Messages.bind(message, word, String.join(", ", known)), Nearest.of(word, known)));
    }

    private static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> document(Snapshot now) {
        Map<String, Object> slots = new LinkedHashMap<>();
        for (RunQueue.Kind kind : RunQueue.Kind.values()) {
            slots.put(small(kind), now.slots().get(kind));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("paused", now.paused());
        document.put("slots", slots);
        document.put("usableMiB", now.usableMiB());
        document.put("atWork", now.atWork().stream().map(QueueCommand::document).toList());
        document.put("waiting", now.waiting().stream().map(QueueCommand::document).toList());
        return document;
    }

    private static Map<String, Object> document(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run", entry.run());
        line.put("analysis", entry.analysis());
        line.put("name", entry.name());
        line.put("status", entry.state().name());
        line.put("dataset", entry.dataset());
        line.put("kind", small(entry.kind()));
        line.put("priority", small(entry.place().priority()));
        line.put("held", entry.place().held());
        line.put("after", entry.place().after() == 0 ? null : entry.place().after());
        line.put("why", entry.why());
        line.put("expectedHeapMiB", entry.heapMiB());
        line.put("expectedSeconds", entry.seconds());
        return line;
    }

    private static String text(Snapshot now) {
        List<String> lines = new ArrayList<>();
        if (now.paused()) {
            lines.add(Messages.QueueCommand_paused);
        }
        lines.add(Messages.bind(Messages.QueueCommand_atWork, new Object[] {now.atWork().size(), now.slots().get(RunQueue.Kind.COMPUTE),
                now.slots().get(RunQueue.Kind.IO), now.slots().get(RunQueue.Kind.EXTERNAL), Math.round(now.usableMiB())}));
        if (now.waiting().isEmpty()) {
            lines.add(Messages.QueueCommand_none);
            return String.join(System.lineSeparator(), lines);
        }
        TextTable table = new TextTable().column(Messages.QueueCommand_headPlace, Side.RIGHT).column(Messages.QueueCommand_headRun, Side.RIGHT)
                .column(Messages.QueueCommand_headName, Side.LEFT).column(Messages.QueueCommand_headPriority, Side.LEFT)
                .column(Messages.QueueCommand_headHeap, Side.RIGHT).column(Messages.QueueCommand_headWhy, Side.LEFT);
        int place = 1;
        for (Entry entry : now.waiting()) {
            table.row(Integer.toString(place++), Long.toString(entry.run()), entry.name(), small(entry.place().priority()),
                    Double.isNaN(entry.heapMiB()) ? "" : Long.toString(Math.round(entry.heapMiB())), entry.why());
        }
        lines.add(table.text());
        return String.join(System.lineSeparator(), lines);
    }
}
