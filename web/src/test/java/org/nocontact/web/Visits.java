package org.nocontact.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.nocontact.core.Device;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Now;
import org.nocontact.core.Pending;
import org.nocontact.core.Rule;
import org.nocontact.core.TurnedClock;

/// The ground of tests that visit the pages: a site on a clock to turn, and a browser that is signed in.
abstract class Visits {
    final TurnedClock clock = new TurnedClock();
    final TrialSite site = new TrialSite(clock, 0);
    final Guest visitor = Guest.signedIn(site);

    @AfterEach
    void close() {
        visitor.close();
        site.close();
    }

    Rule rule() {
        return site.keeper.look((story, _) -> story.rule().orElseThrow().rule());
    }

    boolean hasRule() {
        return site.keeper.look((story, _) -> story.rule().isPresent());
    }

    List<Pending> pending() {
        return site.keeper.look((story, now) -> story.pending(now.trusted()));
    }

    Collection<Device> devices() {
        return site.keeper.look((story, _) -> story.devices());
    }

    LocalDate countedFrom() {
        return site.keeper.look((story, _) -> story.countedFrom().orElseThrow());
    }

    Now now() {
        return site.keeper.look((_, now) -> now);
    }

    List<String> notes(NoteKind kind) {
        return Note.all(site.keeper, kind).stream().map(Note::text).toList();
    }
}
