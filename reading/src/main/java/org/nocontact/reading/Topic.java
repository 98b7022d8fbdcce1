package org.nocontact.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What people under a limited rule may still write about, and the words that serve it.
enum Topic {
    WORK(
            "work|client|invoice|supplier|shift|rota|meeting|slides|project|office|company|business|accountant|vat|payroll|stock"
                    + "|order for|boss|colleague|server|contract|customers?|deadline|minutes attached|shop|studio|band"),
    CHILDREN(
            "kids?|child(?:ren)?|boys?|girls?|twins|baby|son|daughter|toddler|school|nursery|daycare|teacher|homework|bedtime"
                    + "|pick(?:ing)? (?:him|her|them) up|pick up|drop off|handover|exchange|half term|inset|swimming|football|soccer"
                    + "|practice|recital|dentist|doctor|gp|inhaler|calpol|jabs|shots|camp|parents'? evening|uniform|lunch|nap|nappy"
                    + "|she's|he's|her|him|he|she|custody|visit|weekend|babysit\\w*|sitter"),
    HOME(
            "house|flat|apartment|home|boiler|landlord|plumber|leak\\w*|roof|lease|tenancy|rent|mortgage|estate agent|realtor"
                    + "|viewing|meter|bins|broadband|wifi|internet|garden|garage|loft|kitchen|bathroom|keys?|alarm|council tax|electric\\w*"
                    + "|gas|water|neighbour|cleaning|locksmith|deposit|dog|cat|vet|pets?|rabbits?"),
    MONEY(
            "money|pay|paid|payment|owe|owes|rent|mortgage|bill|bills|half|share|deposit|maintenance|child support|account|bank"
                    + "|transfer|refund|receipt|tax|taxes|insurance|premium|invoice|fees?|loan|debt|pension|instal?lments?|standing order"
                    + "|direct debit|[£$€] ?\\d+|\\d+ ?(?:quid|pounds|dollars|euros)|\\d+\\.\\d\\d"),
    BELONGINGS(
            "stuff|things|box|boxes|coat|jacket|hoodie|jumper|clothes|books?|records|guitar|bike|car|van|sofa|tv|telly|desk"
                    + "|table|chair|bed|tent|drill|tools|laptop|charger|phone|passport|post|mail|parcel|ring|keys?|photos|albums?|suitcase"
                    + "|bag|bags|furniture|piano|plates|collect|fetch|belongings|certificate|shoes|dog|cat"),
    LEGAL(
            "solicitor|lawyer|attorney|court|judge|hearing|mediat\\w+|papers?|paperwork|form|forms|sign|signed|signature|decree"
                    + "|agreement|order|custody|consent|notary|deeds|title|affidavit|divorce|settlement|will|contract|legal|separation"
                    + "|passport|certificate");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])");
    }

    /// The topic of that name, such as "children", if there is one.
    static Optional<Topic> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT);
        for (var topic : values()) {
            if (topic.name().equals(wanted)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }

    /// The topics that `plain` has words of.
    static Set<Topic> in(String plain) {
        var topics = EnumSet.noneOf(Topic.class);
        for (var topic : values()) {
            if (topic.words.matcher(plain).find()) {
                topics.add(topic);
            }
        }
        return topics;
    }
}
