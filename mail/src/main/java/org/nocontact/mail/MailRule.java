package org.nocontact.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Keeper;
import org.nocontact.core.RuleInForce;
import org.nocontact.core.Words;

/// The person's rule, as far as mail has to ask it.
final class MailRule {
    static final String GUARD = "mail";

    private final Keeper keeper;
    private final Pattern emergency;

    /// @param emergencyWord empty for none
    MailRule(Keeper keeper, String emergencyWord) {
        this.keeper = keeper;
        this.emergency = Pattern.compile(
                emergencyWord.isEmpty()
                        ? "(?!)"
                        : "(?<![\\p{L}\\p{N}])" + Pattern.quote(emergencyWord) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    Keeper keeper() {
        return keeper;
    }

    Watched watch(EmailAddress address) {
        return keeper.look(
                (story, _) -> story.rule().map(rule -> watched(rule, address)).orElse(Watched.NO));
    }

    /// Looks once more at all of them by the rule as it is now.
    void watch(List<Transaction.Recipient> recipients) {
        keeper.look((story, _) -> {
            var rule = story.rule().orElse(null);
            recipients.forEach(
                    recipient -> recipient.watch(rule == null ? Watched.NO : watched(rule, recipient.address())));
            return recipients;
        });
    }

    private static Watched watched(RuleInForce rule, EmailAddress address) {
        if (rule.reachesTheEx(address)) {
            return Watched.EX;
        }
        return rule.reachesAGoBetween(address) ? Watched.GO_BETWEEN : Watched.NO;
    }

    /// The same message to each of them.
    List<Attempt> attempts(List<Transaction.Recipient> recipients, Words words) {
        var isAnEmergency = emergency.matcher(words.part(Words.SUBJECT)).find();
        return recipients.stream()
                .map(recipient -> new Attempt(Act.EMAIL, recipient.address(), words, isAnEmergency, GUARD))
                .toList();
    }
}
