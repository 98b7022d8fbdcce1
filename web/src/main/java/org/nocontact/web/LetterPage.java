package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Clause;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Loosening;
import org.nocontact.core.Now;
import org.nocontact.core.Opening;
import org.nocontact.core.Pending;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Story;
import org.nocontact.core.Topic;
import org.nocontact.reading.MessageReader;

/// One letter, or something held that had no words: keep it, take a copy, let it go, or ask to send it after all.
final class LetterPage implements Routes {
    private final View view;
    private final MessageReader reader;

    LetterPage(View view, MessageReader reader) {
        this.view = view;
        this.reader = reader;
    }

    /// @param held what held it; null for a letter that was written here
    /// @param topics the topics it could serve, where the rule leaves it to a look; empty otherwise
    /// @param waiting its release, while that waits or can be confirmed
    /// @param open how it may go out now; null when it may not
    /// @param gone the words were let go
    public record Page(
            Now now,
            String name,
            Entry entry,
            Event.@Nullable AttemptHeld held,
            Set<Topic> topics,
            @Nullable Pending waiting,
            @Nullable Opening open,
            boolean ready,
            boolean sent,
            boolean gone,
            boolean hasRule,
            Duration coolingOff) {

        /// When it could be confirmed if it were asked for now.
        public ZonedDateTime earliest() {
            return now.shown(now.trusted().plus(coolingOff));
        }

        public String text() {
            return entry.event().words().text();
        }

        public String subject() {
            return entry.event().words().part("subject");
        }

        public boolean canBeSent() {
            return hasRule && !sent && !gone && open == null;
        }
    }

    /// A letter with what its words do.
    public record Checked(long seq, String text, CheckedDraft check) {}

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/letters/{seq}", ctx -> show(ctx, "letter"));
        routes.get("/letters/{seq}/letter.txt", LetterPage::copy);
        routes.get("/letters/{seq}/words", this::check);
        routes.get("/letters/{seq}/burn", this::askBeforeBurning);
        routes.post("/letters/{seq}/burn", LetterPage::burn);
        routes.post("/letters/{seq}/release", LetterPage::askToRelease);
        routes.post("/letters/{seq}/confirm", LetterPage::confirm);
        routes.post("/letters/{seq}/call-off", LetterPage::callOff);
        routes.post("/letters/{seq}/look", LetterPage::look);
        routes.post("/letters/{seq}/sent", LetterPage::sent);
    }

    private void show(Context ctx, String template) {
        var visit = Visit.of(ctx);
        var entry = entry(visit);
        var page = visit.keeper().look((story, now) -> page(entry, story, now));
        view.show(ctx, template, visit.frame(visit.t().say(template + ".title"), "letters"), page);
    }

    /// How the words read, for who wants to know; nobody is led here.
    private void check(Context ctx) {
        var visit = Visit.of(ctx);
        var entry = entry(visit);
        var text = entry.event().words().text();
        if (text.isEmpty()) {
            visit.goOn("/letters/" + entry.seq());
            return;
        }
        var topics = visit.keeper()
                .look((story, _) -> story.rule()
                        .map(rule -> rule.rule().kind().openTopics())
                        .orElse(Set.of()));
        var page = new Checked(
                entry.seq(),
                text,
                CheckedDraft.of(reader, text, topics, visit.t().locale()));
        view.show(ctx, "letter-words", visit.frame(visit.t().say("letter-words.title"), "letters"), page);
    }

    private void askBeforeBurning(Context ctx) {
        var visit = Visit.of(ctx);
        if (entry(visit).event().words().isEmpty()) {
            visit.goOn("/letters/" + visit.number("seq"));
            return;
        }
        show(ctx, "letter-burn");
    }

    private static Page page(Entry entry, Story story, Now now) {
        var held = entry.event() instanceof Event.AttemptHeld attempt ? attempt : null;
        var rule = story.rule().map(RuleInForce::rule).orElse(null);
        var forALook = held != null && held.clause() instanceof Clause.NeedsALook && !entry.burned();
        var waiting = waiting(story, now, entry.seq());
        return new Page(
                now,
                rule == null ? "" : rule.name(),
                entry,
                held,
                forALook && rule != null ? rule.kind().openTopics() : Set.of(),
                waiting,
                story.openForSending(entry.seq(), now.trusted()).orElse(null),
                waiting != null && waiting.isReady(now.trusted()),
                story.wasSent(entry.seq()),
                entry.burned(),
                rule != null,
                rule == null ? Duration.ZERO : rule.coolingOff());
    }

    private static @Nullable Pending waiting(Story story, Now now, long letter) {
        var release = new Loosening.Release(letter);
        return story.pending(now.trusted()).stream()
                .filter(pending -> pending.loosening().equals(release))
                .findFirst()
                .orElse(null);
    }

    /// The letter of the address.
    private static Entry entry(Visit visit) {
        var keeper = visit.keeper();
        return keeper.ledger()
                .entry(keeper.account(), visit.number("seq"))
                .filter(entry -> LettersPage.LETTERS.contains(entry.event().getClass()))
                .orElseThrow(() -> new NotFound(visit.ctx().path()));
    }

    private static void copy(Context ctx) {
        var visit = Visit.of(ctx);
        LettersPage.send(ctx, "letter.txt", LettersPage.asText(visit, entry(visit), visit.now()));
    }

    private static void burn(Context ctx) {
        var visit = Visit.of(ctx);
        visit.keeper().burn(entry(visit).seq());
        visit.goOn("/letters");
    }

    private static void askToRelease(Context ctx) {
        var visit = Visit.of(ctx);
        var letter = entry(visit).seq();
        visit.keeper().askToLoosen(new Loosening.Release(letter));
        visit.goOn("/letters/" + letter);
    }

    private static void confirm(Context ctx) {
        var visit = Visit.of(ctx);
        var letter = entry(visit).seq();
        var waiting = visit.keeper().look((story, now) -> waiting(story, now, letter));
        if (waiting != null) {
            visit.keeper().confirm(waiting.seq());
        }
        visit.goOn("/letters/" + letter);
    }

    private static void callOff(Context ctx) {
        var visit = Visit.of(ctx);
        var letter = entry(visit).seq();
        var waiting = visit.keeper().look((story, now) -> waiting(story, now, letter));
        if (waiting != null) {
            visit.keeper().callOff(waiting.seq());
        }
        visit.goOn("/letters/" + letter);
    }

    private static void look(Context ctx) {
        var visit = Visit.of(ctx);
        var letter = entry(visit).seq();
        var topic = new Form(visit).oneOf("topic", Topic.class);
        if (topic != null) {
            visit.keeper().look(letter, topic);
        }
        visit.goOn("/letters/" + letter);
    }

    private static void sent(Context ctx) {
        var visit = Visit.of(ctx);
        var letter = entry(visit).seq();
        visit.keeper().sent(letter);
        visit.goOn("/letters/" + letter);
    }
}
