package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Entry;
import org.nocontact.core.Event;
import org.nocontact.core.Keeper;
import org.nocontact.core.Loosening;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Now;
import org.nocontact.core.Story;
import org.nocontact.core.Urges;
import org.nocontact.core.Words;

/// The weak hour: a wait that visibly passes, the person's own reasons, a place to write, somebody to ring, what helped
/// before, and
/// how strong it is afterwards. One page, one part at a time, without script but for the minutes in words.
final class WeakHourPage implements Routes {
    private static final int USUAL_WAIT = 10;
    static final List<Integer> WAITS = List.of(5, 10, 15, 20, 30);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofHours(24);

    private final View view;
    private final Danger danger;

    WeakHourPage(View view, Danger danger) {
        this.view = view;
        this.danger = danger;
    }

    /// Something the person laid ready, with what became of it in earlier weak hours.
    ///
    /// @param eased how often it helped, and from which strength to which; null when it was never named
    public record Ready(long note, String text, String phone, Urges.@Nullable Helped eased) {
        public boolean hasRatings() {
            return eased != null && eased.rated() > 0;
        }

        public long before() {
            return eased == null ? 0 : Math.round((double) eased.before() / eased.rated());
        }

        public long after() {
            return eased == null ? 0 : Math.round((double) eased.after() / eased.rated());
        }

        /// The number as a link wants it.
        public String dialable() {
            return phone.replaceAll("[^+\\d]", "");
        }

        /// A text message to them, with these words in it already. Phones differ in what comes before `body`.
        public String message(String words) {
            return "sms:" + dialable() + "?&body="
                    + URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /// @param elapsed how long the person has been here
    /// @param lastTimes what earlier contact brought, in their own words
    /// @param heldToday how many attempts were held in the last 24 hours
    public record Page(
            Now now,
            String name,
            int minutes,
            Duration elapsed,
            @Nullable Integer strength,
            List<Entry> reasons,
            List<Entry> lastTimes,
            List<Ready> activities,
            List<Ready> friends,
            List<Long> took,
            int urges,
            long heldToday,
            Duration coolingOff) {

        public long elapsedMinutes() {
            return Math.min(elapsed.toMinutes(), minutes);
        }

        public long median() {
            return took.get(took.size() / 2);
        }

        public Optional<Ready> firstFriend() {
            return friends.stream().filter(friend -> !friend.phone().isEmpty()).findFirst();
        }
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.get("/weak-hour", this::show);
        routes.post("/weak-hour", WeakHourPage::begin);
        routes.post("/weak-hour/strength", this::rate);
        routes.post("/weak-hour/letter", this::write);
        routes.post("/weak-hour/after", this::ease);
    }

    private void show(Context ctx) {
        var visit = Visit.of(ctx);
        if (visit.keeper().look((story, _) -> story.rule().isEmpty())) {
            visit.goOn("/setup");
            return;
        }
        var page = visit.keeper().look((story, now) -> page(visit, story, now));
        view.show(ctx, "weak-hour", visit.frame(visit.t().say("weak-hour.title"), "weak-hour"), page);
    }

    private static Page page(Visit visit, Story story, Now now) {
        var open = story.urges().open(now.at());
        var rule = story.rule().orElseThrow().rule();
        var helped = story.urges().helped().stream().collect(Collectors.toMap(Urges.Helped::note, once -> once));
        return new Page(
                now,
                rule.name(),
                minutes(story),
                open.map(urge -> Duration.between(urge.began(), now.at())).orElse(Duration.ZERO),
                open.map(Urges.Open::strength).orElse(null),
                entries(visit, story.notes(NoteKind.REASON)),
                entries(visit, story.latestSlips()).stream()
                        .filter(slip -> !slip.event().words().part("brought").isEmpty())
                        .limit(3)
                        .toList(),
                ready(visit, story, NoteKind.ACTIVITY, helped),
                ready(visit, story, NoteKind.FRIEND, helped),
                story.urges().minutes(),
                story.urges().count(),
                entries(visit, story.latestHeld()).stream()
                        .filter(entry -> entry.event() instanceof Event.AttemptHeld)
                        .filter(entry -> entry.at().isAfter(now.at().minus(A_DAY)))
                        .count(),
                rule.coolingOff());
    }

    private static int minutes(Story story) {
        var chosen = story.settings().getOrDefault(Setting.WAIT.key(), "");
        return WAITS.stream()
                .filter(minutes -> minutes.toString().equals(chosen))
                .findFirst()
                .orElse(USUAL_WAIT);
    }

    private static List<Ready> ready(Visit visit, Story story, NoteKind kind, Map<Long, Urges.Helped> helped) {
        return entries(visit, story.notes(kind)).stream()
                .map(entry -> new Ready(
                        entry.seq(),
                        entry.event().words().text(),
                        entry.event().words().part("phone"),
                        helped.get(entry.seq())))
                .toList();
    }

    private static List<Entry> entries(Visit visit, List<Long> numbers) {
        var ledger = visit.keeper().ledger();
        return numbers.stream()
                .flatMap(seq -> ledger.entry(visit.keeper().account(), seq).stream())
                .toList();
    }

    /// A weak hour begins; one that began within the hour goes on.
    private static void begin(Context ctx) {
        var visit = Visit.of(ctx);
        var goesOn = visit.keeper()
                .look((story, now) -> story.urges()
                        .open(now.at())
                        .filter(urge -> now.at().isBefore(urge.began().plus(AN_HOUR)))
                        .isPresent());
        if (!goesOn) {
            visit.keeper().urge(null, Words.NONE);
        }
        visit.goOn("/weak-hour");
    }

    private void rate(Context ctx) {
        var visit = Visit.of(ctx);
        var strength = new Form(visit).strength("strength");
        if (strength != null) {
            visit.keeper().rate(strength);
        }
        visit.goOn("/weak-hour#reasons");
    }

    /// Keeps what the person would have sent; where they still want to send it, the waiting begins.
    private void write(Context ctx) {
        var visit = Visit.of(ctx);
        var words = Words.text(visit.field("words"));
        if (words.isEmpty()) {
            visit.goOn("/weak-hour#write");
            return;
        }
        var letter = visit.keeper().writeLetter(words);
        if (visit.field("release").isEmpty()) {
            danger.goOn(visit, words, "/weak-hour#after");
            return;
        }
        visit.keeper().askToLoosen(new Loosening.Release(letter));
        danger.goOn(visit, words, "/letters/" + letter);
    }

    private void ease(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var strength = form.strength("now");
        var words = new Words(Map.of("setOff", form.text("set-off")));
        if (form.isRight()) {
            visit.keeper().ease(new Event.UrgeEased(openUrge(visit.keeper()), strength, helped(visit), words));
        }
        danger.goOn(visit, words, "/");
    }

    /// The weak hour that the person is in; who came here without pressing for one is in one all the same.
    private static long openUrge(Keeper keeper) {
        return keeper.look((story, now) -> story.urges().open(now.at()))
                .map(Urges.Open::seq)
                .orElseGet(() -> keeper.urge(null, Words.NONE));
    }

    /// The note that helped; null for none, and for one that is not there any more.
    private static @Nullable Long helped(Visit visit) {
        var chosen = visit.field("helped");
        return visit.keeper()
                .look((story, _) -> Stream.of(NoteKind.ACTIVITY, NoteKind.FRIEND)
                        .flatMap(kind -> story.notes(kind).stream())
                        .filter(note -> note.toString().equals(chosen))
                        .findFirst()
                        .orElse(null));
    }
}
