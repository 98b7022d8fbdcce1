package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.nocontact.core.DraftReader.Draft;

/// Any rule, change, attempt, … out of a small world, so that they often concern one another.
final class Any {
    private static final List<String> NAMES = List.of("Daniel", "daniel", "Dan", "D. W.", "💔");
    private static final List<String> FRIENDS = List.of("Mia", "mia", "Jonas", "Lena");
    private static final List<Handle> HANDLES = handles();

    /// Sure of every topic that the words name.
    static final DraftReader READER = (text, topics) -> topics.stream()
            .filter(topic -> text.contains(topic.word()))
            .sorted()
            .findFirst()
            .<Draft>map(Draft.OnTopic::new)
            .orElseGet(() -> text.contains("love") ? new Draft.Outside() : new Draft.NotSure());

    private Any() {}

    private static List<Handle> handles() {
        var handles = new ArrayList<Handle>(
                List.of(Rules.DANIEL, Rules.DANIELS_PHONE, Rules.DANIELS_PAGE, Rules.MIA, Rules.A_FRIEND));
        NAMES.forEach(name -> handles.add(new PersonName(name)));
        FRIENDS.forEach(name -> handles.add(new PersonName(name)));
        return handles;
    }

    static Arbitrary<Handle> handle() {
        return Arbitraries.of(HANDLES);
    }

    static Arbitrary<Rule> rule() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        way().list().ofMaxSize(4),
                        goBetween().list().ofMaxSize(3),
                        Arbitraries.subsetOf(Topic.values()).map(Kind::leaving),
                        Arbitraries.subsetOf(Act.values()).ofMinSize(1),
                        coolingOff(),
                        replyPause(),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Rule::new);
    }

    static Arbitrary<Way> way() {
        return Combinators.combine(handle(), Arbitraries.of("one way", "another way"))
                .as(Way::new);
    }

    static Arbitrary<GoBetween> goBetween() {
        return Combinators.combine(Arbitraries.of(FRIENDS), way().list().ofMaxSize(3))
                .as(GoBetween::new);
    }

    static Arbitrary<Duration> coolingOff() {
        return Arbitraries.of(1, 2, 3, 10, 90).map(Duration::ofDays);
    }

    static Arbitrary<Duration> replyPause() {
        return Arbitraries.of(0, 1, 12, 7 * 24).map(Duration::ofHours);
    }

    static Arbitrary<Change> change() {
        return Arbitraries.oneOf(
                Arbitraries.of(NAMES).map(Change.Rename::new),
                way().map(Change.AddWay::new),
                handle().map(Change.RemoveWay::new),
                goBetween().map(Change.AddGoBetween::new),
                Arbitraries.of(FRIENDS).map(Change.RemoveGoBetween::new),
                Combinators.combine(Arbitraries.of(FRIENDS), handle()).as(Change.RemoveGoBetweenWay::new),
                Arbitraries.of(Act.values()).map(Change.HoldAct::new),
                Arbitraries.of(Act.values()).map(Change.LeaveAct::new),
                Arbitraries.of(Topic.values()).map(Change.OpenTopic::new),
                Arbitraries.of(Topic.values()).map(Change.DropTopic::new),
                coolingOff().map(Change.LengthenCoolingOff::new),
                coolingOff().map(Change.ShortenCoolingOff::new),
                replyPause().map(Change.LengthenReplyPause::new),
                replyPause().map(Change.ShortenReplyPause::new),
                Arbitraries.just(new Change.BeginPractice()),
                Arbitraries.just(new Change.EndPractice()));
    }

    static Arbitrary<Change> loosening() {
        return change().filter(Change::loosens);
    }

    static Arbitrary<String> text() {
        return Arbitraries.of(
                "",
                "I miss you",
                "I love you",
                "the children at five",
                "about work and money",
                "Tell Daniel I miss him",
                "Sag ihm, dass ich warte",
                "I can't tell you how I miss him",
                "x".repeat(601));
    }

    static Arbitrary<Attempt> attempt() {
        return Combinators.combine(
                        Arbitraries.of(Act.values()),
                        handle(),
                        text(),
                        Arbitraries.integers().between(0, 19).map(one -> one == 0))
                .as((act, to, text, emergency) -> new Attempt(act, to, Words.text(text), emergency, "hand"));
    }

    /// Openings as a story could have them, for entries 1 to 3, around [TurnedClock#START].
    static Arbitrary<Opening> opening() {
        var instants = Arbitraries.integers().between(-2, 2).map(hours -> at(Duration.ofHours(hours)));
        var entries = Arbitraries.longs().between(1, 3);
        return Arbitraries.oneOf(
                Combinators.combine(entries, instants).as(Opening.Release::new),
                Combinators.combine(entries, instants)
                        .as((entry, from) -> new Opening.ReplyWindow(entry, from, from.plus(ReachOut.OPEN_FOR))));
    }

    static Instant at(Duration sinceStart) {
        return TurnedClock.START.plus(sinceStart);
    }

    static Set<Handle> handlesOf(List<Way> ways) {
        return Set.copyOf(ways.stream().map(Way::handle).toList());
    }
}
