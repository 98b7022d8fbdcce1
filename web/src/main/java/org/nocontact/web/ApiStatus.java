package org.nocontact.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Device;
import org.nocontact.core.Now;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Story;

/// How things stand, in short.
final class ApiStatus {
    private ApiStatus() {}

    record Health(String status) {}

    static ApiReply health(ApiCall call) {
        return ApiReply.ok(new Health("ok"));
    }

    /// @param rule whether there is one
    /// @param since when it began
    /// @param day today, where the person is
    /// @param days since the day that is counted from, counting up
    /// @param kept of the `counted` days that something is known of
    /// @param held attempts that were held, in all
    /// @param openHolds letters that are kept: held or written, and not burned
    record Status(
            boolean rule,
            @Nullable Instant since,
            @Nullable String kind,
            @Nullable Boolean practice,
            LocalDate day,
            long days,
            int kept,
            int counted,
            int held,
            int openHolds,
            List<ApiWaiting> waiting,
            List<Guard> guards) {

        static Status from(Story story, Now now, Texts t) {
            var rule = story.rule();
            var days = story.days();
            var counts = story.counts();
            return new Status(
                    rule.isPresent(),
                    rule.map(RuleInForce::since).orElse(null),
                    rule.map(one -> ApiRule.kind(one.rule())).orElse(null),
                    rule.map(one -> one.rule().practice()).orElse(null),
                    now.day(),
                    story.countedFrom()
                            .map(from -> Math.max(0, ChronoUnit.DAYS.between(from, now.day())))
                            .orElse(0L),
                    days.map(known -> known.kept(now.day())).orElse(0),
                    days.map(known -> known.counted(now.day())).orElse(0),
                    counts.held(),
                    counts.letters() - counts.burned(),
                    ApiWaiting.all(story.pending(now.trusted()), now, t),
                    story.devices().stream().map(Guard::from).toList());
        }
    }

    /// @param lastSeen the last day on which it asked
    record Guard(String name, @Nullable LocalDate lastSeen) {
        static Guard from(Device device) {
            return new Guard(device.name(), device.lastSeen());
        }
    }

    static ApiReply show(ApiCall call) {
        return ApiReply.ok(call.keeper().look((story, now) -> Status.from(story, now, call.t())));
    }
}
