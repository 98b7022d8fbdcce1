package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nocontact.core.Act;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.GoBetween;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Now;
import org.nocontact.core.Pending;
import org.nocontact.core.PersonName;
import org.nocontact.core.PhoneNumber;
import org.nocontact.core.Profile;
import org.nocontact.core.Rule;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Topic;
import org.nocontact.core.Way;

/// The rule as it is: why, what it holds, what waits, and the ways to tighten it now and to loosen it later.
final class RulePage implements Routes {
    static final List<Duration> COOLING_OFFS =
            Stream.of(1, 2, 3, 5, 7, 14, 30, 60, 90).map(Duration::ofDays).toList();
    static final List<Duration> REPLY_PAUSES =
            Stream.of(0, 1, 3, 6, 12, 24, 48, 72, 168).map(Duration::ofHours).toList();

    /// As many as a page can show at once.
    public static final int SHOWN = 20;

    private final View view;
    private final Housekeeping housekeeping;

    RulePage(View view, Housekeeping housekeeping) {
        this.view = view;
        this.housekeeping = housekeeping;
    }

    /// A loosening that waits.
    ///
    /// @param at when it can be confirmed, by the clock on the wall
    /// @param until when it lapses, by the clock on the wall
    public record Waiting(Pending pending, boolean ready, ZonedDateTime at, ZonedDateTime until) {
        static Waiting of(Pending pending, Now now) {
            return new Waiting(
                    pending,
                    pending.isReady(now.trusted()),
                    now.shown(pending.readyAt()),
                    now.shown(pending.readyAt().plus(Pending.ASKABLE_FOR)));
        }

        public boolean isLetter() {
            return pending.loosening() instanceof Loosening.Release;
        }

        public long letter() {
            return pending.loosening() instanceof Loosening.Release(var letter) ? letter : 0;
        }
    }

    /// @param from where the lists of ways to reach the ex and of go-betweens start
    /// @param done what was done a moment ago; empty for nothing
    public record Page(
            Now now,
            LocalDate since,
            Rule rule,
            List<Waiting> waiting,
            Map<NoteKind, List<Note>> notes,
            Coverage coverage,
            ChangeWords words,
            Filled filled,
            int from,
            String done) {

        public List<Note> notes(NoteKind kind) {
            return notes.getOrDefault(kind, List.of());
        }

        public List<Topic> topics() {
            return rule.kind().openTopics().stream().sorted().toList();
        }

        public List<Note> exits(Topic topic) {
            return notes(NoteKind.EXIT).stream()
                    .filter(note -> note.part("topic").equals(topic.word()))
                    .toList();
        }

        /// The acts that were left out.
        public List<Act> leftOut() {
            return Arrays.stream(Act.values())
                    .filter(act -> !rule.acts().contains(act))
                    .toList();
        }

        /// `mail`, `phone`, `globe` or `users`: the icon of a way, and the word for its kind.
        public String icon(Way way) {
            return switch (way.handle()) {
                case EmailAddress _ -> "mail";
                case PhoneNumber _ -> "phone";
                case Profile _ -> "globe";
                case PersonName _ -> "users";
            };
        }

        public List<Way> ways() {
            return rule.ways().stream().skip(from).limit(SHOWN).toList();
        }

        public boolean hasMoreWays() {
            return rule.ways().size() > from + SHOWN;
        }

        public List<GoBetween> goBetweens() {
            return rule.goBetweens().stream().skip(from).limit(SHOWN).toList();
        }

        public boolean hasMoreGoBetweens() {
            return rule.goBetweens().size() > from + SHOWN;
        }

        public List<Duration> longerCoolingOffs() {
            return longer(COOLING_OFFS, rule.coolingOff());
        }

        public List<Duration> longerReplyPauses() {
            return longer(REPLY_PAUSES, rule.replyPause());
        }

        private static List<Duration> longer(List<Duration> choices, Duration now) {
            return choices.stream().filter(choice -> choice.compareTo(now) > 0).toList();
        }
    }

    /// `name=value`, encoded for an address.
    public static String query(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The duration whose hours the field names, if it is one of the choices.
    static Optional<Duration> chosen(Visit visit, String field, List<Duration> choices) {
        var hours = visit.field(field);
        return choices.stream()
                .filter(choice -> String.valueOf(choice.toHours()).equals(hours))
                .findFirst();
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/rule", this::show);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        var inForce = visit.keeper().look((story, _) -> story.rule());
        if (inForce.isEmpty()) {
            visit.goOn("/setup");
            return;
        }
        show(visit, inForce.get(), Filled.NOT_YET);
    }

    /// Shows the page again with what was typed into one of its forms and what is wrong with it.
    void showAgain(Visit visit, RuleInForce inForce, Form form) {
        visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, inForce, Filled.again(visit, form));
    }

    private void show(Visit visit, RuleInForce inForce, Filled filled) {
        var t = visit.t();
        var title = t.say("rule.title");
        view.show(
                visit.ctx(),
                "rule",
                visit.frame(filled.isWrong() ? t.say("frame.error", title) : title, "rule"),
                page(visit, inForce, filled));
    }

    private Page page(Visit visit, RuleInForce inForce, Filled filled) {
        var keeper = visit.keeper();
        var mail = housekeeping.mail().state();
        var notes = Arrays.stream(NoteKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> Note.all(keeper, kind)));
        return keeper.look((story, now) -> new Page(
                now,
                now.dayOf(inForce.since()),
                inForce.rule(),
                story.pending(now.trusted()).stream()
                        .map(pending -> Waiting.of(pending, now))
                        .sorted(Comparator.comparing((Waiting waiting) -> !waiting.ready()))
                        .toList(),
                notes,
                Coverage.of(inForce.rule(), SeenGuards.of(mail, story, now)),
                new ChangeWords(visit.t()),
                filled,
                from(visit),
                done(visit)));
    }

    private static int from(Visit visit) {
        var from = visit.ctx().queryParam("from");
        return from != null && from.matches("\\d{1,5}") ? Integer.parseInt(from) : 0;
    }

    /// What the address says was done; only what the page has words for.
    private static String done(Visit visit) {
        if (visit.ctx().queryParam("days") != null) {
            return visit.t().say("setup.days.why");
        }
        var done = visit.ctx().queryParam("done");
        return done != null && done.matches("[a-z-]{1,20}") ? visit.t().sayOr("rule.done." + done, "") : "";
    }
}
