package org.nocontact.mail;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper;
import org.nocontact.core.RuleInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks through folders for messages of the ex: always at all that lies there, never only at what is said to be new,
/// so
/// that nothing that was missed once is missed for good. What it has judged, it remembers by UID, until the rule or the
/// folder's UIDVALIDITY changes.
///
/// For one thread.
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /// So that a message which a server dates before others that it delivered earlier is seen too.
    private static final int DAYS_BACK = 14;

    private final Keeper keeper;
    private final Intake intake;
    private final LocalDate since;
    private final Map<String, Judged> judged = new HashMap<>();
    private @Nullable RuleInForce judgedBy;

    /// @param since the day of the set-up: what came before the day before it is left alone
    Sweep(Keeper keeper, Intake intake, LocalDate since) {
        this.keeper = keeper;
        this.intake = intake;
        this.since = since;
    }

    private record Judged(long uidValidity, Set<Long> uids) {}

    /// A message of the ex that is in the ledger by now.
    record Taken(long seq, Arrived arrived) {}

    /// Takes in what the ex sent, and moves it to `quiet` where that is not null. A message is in the ledger before it
    /// is moved.
    ///
    /// @param looked the day up to which everything was looked through before
    /// @return what is read after all is out of sight
    Found look(OpenFolder folder, LocalDate looked, @Nullable String quiet) throws MessagingException {
        var rule = keeper.look((story, _) -> story.rule().orElse(null));
        var today = LocalDate.ofInstant(keeper.look((_, now) -> now.at()), ZoneOffset.UTC);
        if (rule != judgedBy) {
            judged.clear();
            judgedBy = rule;
        }
        if (rule == null) {
            return new Found(List.of(), looked, 0);
        }
        var known = known(folder);
        var there = folder.since(firstDay(looked));
        known.retainAll(new HashSet<>(there));
        var fresh = there.stream().filter(uid -> !known.contains(uid)).toList();
        var newest = looked;
        var taken = new ArrayList<Taken>();
        var left = 0;
        for (var header : new TreeMap<>(folder.headers(fresh)).entrySet()) {
            long uid = header.getKey();
            if (isFromTheEx(header.getValue(), rule) && !take(folder, uid, quiet, taken)) {
                left++;
                continue;
            }
            known.add(uid);
            newest = later(newest, earlier(day(header.getValue().came()), today));
        }
        return new Found(List.copyOf(taken), newest, left);
    }

    /// @param looked the day of the newest message, by the server's clock
    /// @param left how many messages of the ex could not be read or moved; they are tried again at the next look
    record Found(List<Taken> taken, LocalDate looked, int left) {}

    /// One message that the server cannot give or move must not keep the others from being seen to.
    ///
    /// @return false when it is still where it was
    private boolean take(OpenFolder folder, long uid, @Nullable String quiet, List<Taken> taken)
            throws MessagingException {
        try {
            var arrived = folder.message(uid).orElse(null);
            if (arrived == null) {
                return true;
            }
            taken.add(new Taken(intake.take(arrived), arrived));
            if (quiet != null) {
                folder.move(uid, quiet);
            }
            return true;
        } catch (MessagingException fault) {
            if (!folder.isOpen()) {
                throw fault;
            }
            LOG.warn("A message could not be moved to the quiet folder; it is tried again", fault);
            return false;
        }
    }

    private Set<Long> known(OpenFolder folder) throws MessagingException {
        var validity = folder.uidValidity();
        var known = judged.get(folder.name());
        if (known == null || known.uidValidity() != validity) {
            known = new Judged(validity, new HashSet<>());
            judged.put(folder.name(), known);
        }
        return known.uids();
    }

    private LocalDate firstDay(LocalDate looked) {
        return later(since.minusDays(1), looked.minusDays(DAYS_BACK));
    }

    private static boolean isFromTheEx(OpenFolder.Header header, RuleInForce rule) {
        return Senders.of(header.senders()).stream().anyMatch(rule::reachesTheEx);
    }

    private static LocalDate day(Instant came) {
        return LocalDate.ofInstant(came, ZoneOffset.UTC);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
