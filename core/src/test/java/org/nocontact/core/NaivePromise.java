package org.nocontact.core;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the person may do, as one would reckon it on paper: by real time, and by sets. It knows nothing of ledgers,
/// stories or clocks, and shares no code with what it checks but the values themselves.
///
/// Where real time and trusted time can differ it lets through too much rather than too little: it is there to show
/// that the keeper never allows what it does not.
final class NaivePromise {
    static final class Waiting {
        final Loosening loosening;
        final Instant asked;
        Duration coolingOff;

        Waiting(Loosening loosening, Instant asked, Duration coolingOff) {
            this.loosening = loosening;
            this.asked = asked;
            this.coolingOff = coolingOff;
        }
    }

    record Letter(@Nullable Act act, Handle to, String text) {}

    record Message(Instant came, @Nullable InboundLabel label) {}

    boolean inForce;
    boolean practice;
    Duration coolingOff = Duration.ZERO;
    Duration replyPause = Duration.ZERO;
    final Set<Handle> ways = new HashSet<>();
    final Map<PersonName, Set<Handle>> goBetweens = new HashMap<>();
    final Set<Topic> topics = EnumSet.noneOf(Topic.class);
    final Set<Act> acts = EnumSet.noneOf(Act.class);
    PersonName name = new PersonName("nobody");

    final Map<Long, Waiting> waiting = new HashMap<>();
    final Map<Long, Letter> letters = new HashMap<>();
    final Set<Long> released = new HashSet<>();
    /// A letter can be looked at for several topics.
    final Map<Long, Set<Topic>> looked = new HashMap<>();
    final Map<Long, Message> messages = new HashMap<>();

    void begin(Rule rule) {
        end();
        inForce = true;
        ways.clear();
        goBetweens.clear();
        topics.clear();
        acts.clear();
        name = new PersonName(rule.name());
        rule.ways().forEach(way -> ways.add(way.handle()));
        rule.goBetweens().forEach(this::add);
        topics.addAll(rule.kind().openTopics());
        acts.addAll(rule.acts());
        coolingOff = rule.coolingOff();
        replyPause = rule.replyPause();
        practice = rule.practice();
    }

    /// Moves to the stricter of the rule in force and the wanted one, in each of their parts.
    void tighten(Rule wanted) {
        ways.add(name);
        name = new PersonName(wanted.name());
        wanted.ways().forEach(way -> ways.add(way.handle()));
        wanted.goBetweens().forEach(this::add);
        topics.retainAll(wanted.kind().openTopics());
        acts.addAll(wanted.acts());
        coolingOff = coolingOff.compareTo(wanted.coolingOff()) > 0 ? coolingOff : wanted.coolingOff();
        replyPause = replyPause.compareTo(wanted.replyPause()) > 0 ? replyPause : wanted.replyPause();
        practice &= wanted.practice();
        looked.values().forEach(served -> served.retainAll(topics));
        looked.values().removeIf(Set::isEmpty);
        waiting.values()
                .forEach(asked ->
                        asked.coolingOff = asked.coolingOff.compareTo(coolingOff) > 0 ? asked.coolingOff : coolingOff);
    }

    /// Whether enough real time has gone by, and the loosening was neither called off nor confirmed before.
    boolean canConfirm(long asked, Instant now) {
        var loosening = waiting.get(asked);
        return loosening != null && !now.isBefore(loosening.asked.plus(loosening.coolingOff));
    }

    void confirm(long asked) {
        switch (Objects.requireNonNull(waiting.remove(asked)).loosening) {
            case Loosening.ChangeRule(var changes) -> changes.forEach(this::loosen);
            case Loosening.EndRule() -> end();
            case Loosening.Release(var letter) -> released.add(letter);
        }
    }

    private void loosen(Change change) {
        switch (change) {
            case Change.RemoveWay(var handle) -> ways.remove(handle);
            case Change.RemoveGoBetween(var friend) -> goBetweens.remove(new PersonName(friend));
            case Change.RemoveGoBetweenWay(var friend, var handle) ->
                goBetweens.getOrDefault(new PersonName(friend), new HashSet<>()).remove(handle);
            case Change.LeaveAct(var act) -> {
                if (acts.size() > 1) {
                    acts.remove(act);
                }
            }
            case Change.OpenTopic(var topic) -> topics.add(topic);
            case Change.ShortenCoolingOff(var to) -> coolingOff = coolingOff.compareTo(to) < 0 ? coolingOff : to;
            case Change.ShortenReplyPause(var to) -> replyPause = replyPause.compareTo(to) < 0 ? replyPause : to;
            case Change.BeginPractice() -> practice = true;
            default -> throw new AssertionError(change);
        }
    }

    private void end() {
        inForce = false;
        waiting.clear();
        released.clear();
        looked.clear();
    }

    private void add(GoBetween goBetween) {
        var known = goBetweens.computeIfAbsent(new PersonName(goBetween.name()), _ -> new HashSet<>());
        goBetween.ways().forEach(way -> known.add(way.handle()));
    }

    boolean reachesTheEx(Attempt attempt) {
        return inForce
                && (attempt.act() == Act.THROUGH_SOMEONE || isTheExs(attempt.to()) || runsThroughAGoBetween(attempt));
    }

    boolean allows(Attempt attempt, Instant now) {
        if (!reachesTheEx(attempt) || attempt.emergency() || practice) {
            return true;
        }
        var through = runsThroughAGoBetween(attempt);
        if (!through && !acts.contains(attempt.act())) {
            return true;
        }
        return isReleased(attempt) || (!through && (isOnTopic(attempt) || isAnAnswer(attempt, now)));
    }

    private boolean isTheExs(Handle handle) {
        return handle.equals(name) || ways.contains(handle);
    }

    private boolean runsThroughAGoBetween(Attempt attempt) {
        var known = goBetweens.entrySet().stream()
                .anyMatch(friend -> friend.getKey().equals(attempt.to())
                        || friend.getValue().contains(attempt.to()));
        return known
                && acts.contains(Act.THROUGH_SOMEONE)
                && (attempt.act() == Act.THROUGH_SOMEONE || isAPlea(attempt));
    }

    private boolean isAPlea(Attempt attempt) {
        var text = attempt.words().text();
        return text.startsWith("Sag ihm, dass ich warte")
                || (text.startsWith("Tell Daniel I miss him") && isTheExs(new PersonName("Daniel")));
    }

    private boolean isReleased(Attempt attempt) {
        return letters.entrySet().stream()
                .filter(letter -> released.contains(letter.getKey()) || looked.containsKey(letter.getKey()))
                .anyMatch(letter -> isTheSame(letter.getValue(), attempt));
    }

    private static boolean isTheSame(Letter letter, Attempt attempt) {
        if (letter.act() == null) {
            return (attempt.act() == Act.TEXT || attempt.act() == Act.EMAIL)
                    && letter.text().equals(attempt.words().text());
        }
        return letter.act() == attempt.act()
                && letter.text().equals(attempt.words().text())
                && (!letter.text().isEmpty() || letter.to().equals(attempt.to()));
    }

    private boolean isOnTopic(Attempt attempt) {
        return switch (attempt.act()) {
            case TEXT, CALL, PICTURE, EMAIL, IN_PERSON ->
                topics.stream().anyMatch(topic -> attempt.words().text().contains(topic.word()));
            case LIKE, COMMENT, THROUGH_SOMEONE, LOOK -> false;
        };
    }

    private boolean isAnAnswer(Attempt attempt, Instant now) {
        return (attempt.act() == Act.TEXT || attempt.act() == Act.EMAIL)
                && attempt.words().text().length() <= 600
                && messages.values().stream().anyMatch(message -> isOpen(message, now));
    }

    boolean isOpen(Message message, Instant now) {
        if (message.label() == InboundLabel.BOUNDARY) {
            return false;
        }
        var atOnce = message.label() == InboundLabel.PRACTICAL || message.label() == InboundLabel.EMERGENCY;
        return atOnce || !now.isBefore(message.came().plus(replyPause));
    }

    /// What was allowed by this clause is used up; running what this returns opens it again.
    Runnable use(Clause clause) {
        var opensAgain = opensAgain(clause);
        switch (clause) {
            case Clause.ReleasedLetter(var letter) -> close(letter);
            case Clause.LookedAt(var letter, var _) -> close(letter);
            case Clause.Reply(var message) -> messages.remove(message);
            default -> {}
        }
        return opensAgain;
    }

    private Runnable opensAgain(Clause clause) {
        return switch (clause) {
            case Clause.ReleasedLetter(var number) -> {
                var letter = letters.get(number);
                yield () -> {
                    letters.put(number, Objects.requireNonNull(letter));
                    released.add(number);
                };
            }
            case Clause.LookedAt(var number, var topic) -> {
                var letter = letters.get(number);
                yield () -> {
                    letters.put(number, Objects.requireNonNull(letter));
                    look(number, topic);
                };
            }
            case Clause.Reply(var number) -> {
                var message = messages.get(number);
                yield () -> messages.put(number, Objects.requireNonNull(message));
            }
            default -> () -> {};
        };
    }

    void look(long letter, Topic topic) {
        looked.computeIfAbsent(letter, _ -> EnumSet.noneOf(Topic.class)).add(topic);
    }

    void close(long letter) {
        released.remove(letter);
        looked.remove(letter);
        letters.remove(letter);
        waiting.values().removeIf(asked -> asked.loosening.equals(new Loosening.Release(letter)));
    }
}
