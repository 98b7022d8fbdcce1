package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;
import org.nocontact.core.Now;
import org.nocontact.core.Words;

/// The unsent letters: written here or held by a guard. They can be read, searched and taken along.
final class LettersPage implements Routes {
    static final Set<Class<? extends Event>> LETTERS = Set.of(Event.LetterWritten.class, Event.AttemptHeld.class);

    private static final int ON_A_PAGE = 20;
    private static final int READ_AT_ONCE = 500;
    private static final int SHOWN_OF_ONE = 1_200;

    private final View view;
    private final Danger danger;

    LettersPage(View view, Danger danger) {
        this.view = view;
        this.danger = danger;
    }

    /// A letter in the list.
    ///
    /// @param text its beginning
    public record Item(Entry entry, boolean held, String text, boolean whole, boolean sent) {}

    /// @param wroteTwoDaysRunning whether the person also wrote yesterday and the day before
    /// @param older the number to go on from, null when this is the last page
    public record Page(
            Now now,
            String name,
            String search,
            List<Item> letters,
            @Nullable Long older,
            boolean first,
            boolean wroteTwoDaysRunning) {

        /// The address of the next page.
        public String olderOnes() {
            return "/letters?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&before=" + older;
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/letters", this::list);
        routes.post("/letters", this::write);
        routes.get("/letters.txt", LettersPage::export);
    }

    private void list(Context ctx) {
        var visit = Visit.of(ctx);
        var search = visit.query("q");
        var before = visit.queryNumber("before", Long.MAX_VALUE);
        var keeper = visit.keeper();
        var found = withWords(keeper, search, before);
        var shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        var page = keeper.look((story, now) -> new Page(
                now,
                story.rule().map(rule -> rule.rule().name()).orElse(""),
                search,
                shown.stream()
                        .map(entry -> item(entry, story.wasSent(entry.seq())))
                        .toList(),
                found.size() > ON_A_PAGE ? shown.getLast().seq() : null,
                before == Long.MAX_VALUE && search.isEmpty(),
                wroteOn(found, now, now.day().minusDays(1))
                        && wroteOn(found, now, now.day().minusDays(2))));
        view.show(ctx, "letters", visit.frame(visit.t().say("letters.title"), "letters"), page);
    }

    /// One more than a page has, where there are as many. A call that was held had no words and is no letter.
    private static List<Entry> withWords(Keeper keeper, String search, long before) {
        var found = new ArrayList<Entry>();
        var from = before;
        while (found.size() <= ON_A_PAGE) {
            var limit = found.isEmpty() && from == before ? ON_A_PAGE + 1 : READ_AT_ONCE;
            var next = search.isEmpty()
                    ? keeper.ledger().newest(keeper.account(), LETTERS, from, limit)
                    : keeper.ledger().search(keeper.account(), LETTERS, search, from, limit);
            next.stream()
                    .filter(entry -> entry.burned() || !entry.event().words().isEmpty())
                    .forEach(found::add);
            if (next.size() < limit) {
                break;
            }
            from = next.getLast().seq();
        }
        return found;
    }

    private static Item item(Entry entry, boolean sent) {
        var text = entry.event().words().text();
        var whole = text.length() <= SHOWN_OF_ONE;
        return new Item(
                entry,
                entry.event() instanceof Event.AttemptHeld,
                whole
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN_OF_ONE))) + " …",
                whole,
                sent);
    }

    private static boolean wroteOn(List<Entry> entries, Now now, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof Event.LetterWritten)
                .anyMatch(entry -> now.dayOf(entry.at()).equals(day));
    }

    private void write(Context ctx) {
        var visit = Visit.of(ctx);
        var words = Words.text(visit.field("words"));
        if (words.isEmpty()) {
            visit.goOn("/letters#sheet");
            return;
        }
        danger.goOn(visit, words, "/letters/" + visit.keeper().writeLetter(words));
    }

    /// All letters that still have their words, oldest first, as one plain text.
    private static void export(Context ctx) {
        var visit = Visit.of(ctx);
        var parts = new ArrayList<String>();
        var keeper = visit.keeper();
        var now = visit.now();
        keeper.ledger().read(keeper.account(), 0, entry -> {
            if (LETTERS.contains(entry.event().getClass())
                    && !entry.event().words().isEmpty()) {
                parts.add(asText(visit, entry, now));
            }
        });
        send(ctx, "letters.txt", String.join("\n\n\n", parts));
    }

    static String asText(Visit visit, Entry entry, Now now) {
        var head = visit.t().moment(entry.at().atZone(now.zone()), now.day());
        var subject = entry.event().words().part(Words.SUBJECT);
        return head + "\n" + (subject.isEmpty() ? "" : subject + "\n") + "\n"
                + entry.event().words().text() + "\n";
    }

    static void send(Context ctx, String name, String text) {
        ctx.contentType("text/plain; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.result(text.getBytes(StandardCharsets.UTF_8));
    }
}
