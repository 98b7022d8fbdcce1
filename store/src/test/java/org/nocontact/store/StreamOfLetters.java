package org.nocontact.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nocontact.core.Account;
import org.nocontact.core.Event;
import org.nocontact.core.Event.LetterBurned;
import org.nocontact.core.Event.LetterWritten;
import org.nocontact.core.Words;

/// A program that appends letters, burns some of them, and says on its output how far the ledger is durable: it is
/// there to be killed.
final class StreamOfLetters {
    static final String READY = "ready";

    private StreamOfLetters() {}

    public static void main(String[] arguments) {
        var random = new Random(Long.parseLong(arguments[1]));
        try (var ledger = SqliteLedger.open(DataFolder.open(Path.of(arguments[0])))) {
            var last = ledger.last(Account.ME);
            System.out.println(READY);
            while (true) {
                var events = events(last, 1 + random.nextInt(4));
                var appended = ledger.append(Account.ME, last, events, Times.minute(last));
                last = appended.getLast().seq();
                System.out.println(last);
            }
        }
    }

    private static List<Event> events(long last, int count) {
        var events = new ArrayList<Event>();
        for (var seq = last + 1; seq <= last + count; seq++) {
            events.add(expected(seq));
        }
        return events;
    }

    /// Every tenth entry burns the letter five before it; all others are letters that carry their own number.
    static Event expected(long seq) {
        return seq % 10 == 0 ? new LetterBurned(seq - 5) : new LetterWritten(Words.text(text(seq)));
    }

    static String text(long seq) {
        return "letter <" + seq + "> " + "and more ".repeat((int) (seq % 40));
    }
}
