package org.nocontact.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.nocontact.core.Keeper.Answer;

/// One person with a keeper, a ledger and a clock to turn.
final class Scene {
    static final LocalDate TODAY = LocalDate.ofInstant(TurnedClock.START, ZoneOffset.UTC);

    final TurnedClock clock = new TurnedClock();
    final InMemoryLedger ledger = new InMemoryLedger();
    final ZoneId zone;
    Keeper keeper;

    Scene() {
        this(ZoneOffset.UTC);
    }

    Scene(ZoneId zone) {
        this.zone = zone;
        this.keeper = anotherKeeper();
    }

    static Scene with(Rule rule) {
        var scene = new Scene();
        scene.keeper.setRule(rule, null);
        return scene;
    }

    Keeper anotherKeeper() {
        return anotherKeeper(DraftReader.leavingItToThePerson());
    }

    Keeper anotherKeeper(DraftReader drafts) {
        return new Keeper(Account.ME, ledger, clock, zone, drafts);
    }

    Answer text(String text) {
        return keeper.attempt(Attempts.text(Rules.DANIEL, text));
    }

    long held(String text) {
        var letter = text(text).letter();
        if (letter == null) {
            throw new AssertionError("Not held: " + text);
        }
        return letter;
    }

    /// Asks for it, waits, and confirms it.
    void loosen(Loosening loosening) {
        var asked = keeper.askToLoosen(loosening).orElseThrow();
        clock.passes(asked.coolingOff());
        if (!(keeper.confirm(asked.seq()) instanceof Keeper.Confirmation.Done)) {
            throw new AssertionError("Not confirmed: " + asked);
        }
    }

    void passes(Duration time) {
        clock.passes(time);
    }

    /// The story as it is now, for keeps.
    Story story() {
        return keeper.look((story, _) -> Story.of(story.snapshot()));
    }

    LocalDate today() {
        return keeper.look((_, now) -> now.day());
    }

    List<Entry> entries() {
        return ledger.newest(Account.ME, Set.of(), Long.MAX_VALUE, Integer.MAX_VALUE)
                .reversed();
    }

    List<Event> events() {
        return entries().stream().map(Entry::event).toList();
    }

    <T extends Event> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
