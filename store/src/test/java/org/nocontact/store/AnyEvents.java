package org.nocontact.store;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.nocontact.core.Act;
import org.nocontact.core.DayAnswer;
import org.nocontact.core.Event;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Words;

/// Events such as could lie in a ledger: samples of every kind, and between them letters, burned letters, notes, days
/// and words of any characters.
final class AnyEvents extends DomainContextBase {

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Samples.events())),
                Tuple.of(3, words().map(Event.LetterWritten::new)),
                Tuple.of(2, Arbitraries.longs().between(1, 30).map(Event.LetterBurned::new)),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(NoteKind.class), words())
                                .as(Event.NoteAdded::new)),
                Tuple.of(1, days()),
                Tuple.of(1, slips()));
    }

    private static Arbitrary<Words> words() {
        return Arbitraries.maps(
                        Arbitraries.of("text", "subject", "plan"),
                        Arbitraries.strings().ofMaxLength(60))
                .ofMaxSize(3)
                .map(Words::new);
    }

    private static Arbitrary<Event> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(DayAnswer.class))
                .as((first, length, answer) -> new Event.DaysAnswered(
                        Samples.DAY.plusDays(first), Samples.DAY.plusDays(first + length), answer));
    }

    private static Arbitrary<Event> slips() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.of(Act.class),
                        Arbitraries.of(true, false),
                        words())
                .as((day, act, again, words) -> new Event.SlipRecorded(
                        Times.minute(day * 1440L).trusted(), Samples.DAY.plusDays(day), act, again, words));
    }
}
