package org.nocontact.core;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.nocontact.core.Clause.ActLeftOut;
import org.nocontact.core.Clause.Emergency;
import org.nocontact.core.Clause.HeldAct;
import org.nocontact.core.Clause.LookedAt;
import org.nocontact.core.Clause.NeedsALook;
import org.nocontact.core.Clause.OpenTopic;
import org.nocontact.core.Clause.OutsideTheTopics;
import org.nocontact.core.Clause.Practice;
import org.nocontact.core.Clause.ReleasedLetter;
import org.nocontact.core.Clause.Reply;
import org.nocontact.core.Clause.ReplyLater;
import org.nocontact.core.Clause.ReplyTooLong;
import org.nocontact.core.Clause.ThroughGoBetween;

/// Says a clause in plain words, in English or German; other languages get English.
final class ClauseWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ClauseWords() {}

    static String of(Clause clause, Locale locale) {
        return switch (clause) {
            case HeldAct(var act) -> say(locale, "held-act." + act.word());
            case Practice(var act) -> say(locale, "practice", say(locale, "held-act." + act.word()));
            case ThroughGoBetween(var name) -> say(locale, "through-go-between", name);
            case NeedsALook() -> say(locale, "needs-a-look");
            case OutsideTheTopics() -> say(locale, "outside-the-topics");
            case ReplyLater _ -> say(locale, "reply-later");
            case ReplyTooLong _ -> say(locale, "reply-too-long", Gate.LONGEST_REPLY);
            case Emergency() -> say(locale, "emergency");
            case ActLeftOut(var act) -> say(locale, "act-left-out." + act.word());
            case Reply _ -> say(locale, "reply");
            case ReleasedLetter _ -> say(locale, "released-letter");
            case LookedAt(var _, var topic) -> say(locale, "open-topic." + topic.word());
            case OpenTopic(var topic) -> say(locale, "open-topic." + topic.word());
        };
    }

    private static String say(Locale locale, String key, Object... values) {
        var bundle = ResourceBundle.getBundle("org.nocontact.core.clauses", locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
