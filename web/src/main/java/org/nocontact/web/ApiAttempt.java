package org.nocontact.web;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.Clause;
import org.nocontact.core.Handle;
import org.nocontact.core.Handles;
import org.nocontact.core.Keeper.Answer;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.PersonName;
import org.nocontact.core.Verdict;
import org.nocontact.core.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the gate says to an attempt.
///
/// @param verdict `pass`, `allow` or `hold`
/// @param clause the part of the rule that it rests on, such as `held-act`; `not-the-ex` and `no-rule` for a pass
/// @param why the same in one plain sentence
/// @param letter the number of the letter that the held words became
/// @param askAgainAt when it would be allowed, where that is known
/// @param danger what to show first; absent where no words of danger were found, and for a pass, whose words are not
/// read
record ApiAttempt(
        String verdict,
        String clause,
        String why,
        @Nullable Long letter,
        @Nullable Instant askAgainAt,
        @Nullable ApiDanger danger) {
    private static final Logger LOG = LoggerFactory.getLogger(ApiAttempt.class);

    static ApiReply decide(ApiCall call) {
        var fields = call.fields("act", "to", "text", "emergency");
        var attempt = new Attempt(
                fields.oneOf("act", Act::of, Arrays.stream(Act.values()).map(Act::word)),
                to(fields.line("to"), call),
                Words.text(fields.text("text")),
                fields.flag("emergency", false),
                call.guard());
        // Who says that it is an emergency knows; their answer waits for no reading.
        var words = attempt.emergency() ? Words.NONE : attempt.words();
        return ApiReply.ok(from(decide(attempt, call), words, call));
    }

    /// An emergency is never held, not even when it cannot be written down.
    private static Answer decide(Attempt attempt, ApiCall call) {
        try {
            return call.keeper().attempt(attempt);
        } catch (LedgerFault fault) {
            if (!attempt.emergency()) {
                throw fault;
            }
            LOG.error("An emergency was allowed and could not be written down.", fault);
            return new Answer(new Verdict.Allow(new Clause.Emergency()), null, null, null);
        }
    }

    /// What cannot be read as an address is taken for a name, so that it is held when it is the ex's.
    private static Handle to(String written, ApiCall call) {
        return switch (call.read(written)) {
            case Handles.Read(var handle) -> handle;
            case Handles.Unreadable(var _) -> name(written);
        };
    }

    private static Handle name(String written) {
        try {
            return new PersonName(written);
        } catch (IllegalArgumentException noName) {
            throw new ApiRefusal(422, "field.handle.to");
        }
    }

    private static ApiAttempt from(Answer answer, Words words, ApiCall call) {
        return switch (answer.verdict()) {
            case Verdict.Pass() -> passed(call);
            case Verdict.Allow(var clause) ->
                new ApiAttempt("allow", clause.id(), clause.why(call.locale()), null, null, call.danger(words));
            case Verdict.Hold(var clause) ->
                new ApiAttempt(
                        "hold",
                        clause.id(),
                        clause.why(call.locale()),
                        answer.letter(),
                        answer.askAgainAt(),
                        call.danger(words));
        };
    }

    private static ApiAttempt passed(ApiCall call) {
        var clause = call.keeper().look((story, _) -> story.rule().isPresent()) ? "not-the-ex" : "no-rule";
        return new ApiAttempt("pass", clause, call.t().say("api.pass." + clause), null, null, null);
    }
}
