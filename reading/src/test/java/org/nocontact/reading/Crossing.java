package org.nocontact.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lends examples across directions: an insult is an insult whoever writes it.
final class Crossing {
    private static final Set<String> TAKE_BACK = Set.of(
            "take-back",
            "promise-change",
            "love-plead",
            "undo-talk",
            "desperate-long",
            "beg-second",
            "plain-short",
            "plain-adult",
            "change-promise",
            "students-young",
            "family-kids",
            "careful");
    private static final Set<String> SMALL =
            Set.of("greet", "pictures-jokes", "chat-life", "congrats", "students-young", "colleagues");
    private static final Set<String> HARM =
            Set.of("self-harm", "threat-you", "threat-child-pet", "threat-slang", "threat-self-if");
    private static final Map<String, String> WHOLE = Map.of(
            "blame",
            "hostile",
            "blame,practical",
            "hostile",
            "blame,relationship-talk",
            "hostile",
            "guilt",
            "hostile",
            "crisis",
            "emergency",
            "fishing",
            "small-talk",
            "practical",
            "practical",
            "blame,guilt",
            "hostile",
            "crisis,guilt",
            "emergency");

    private Crossing() {}

    static List<Example> lent(List<Example> own) {
        var lent = new ArrayList<Example>();
        for (var example : own) {
            var labels = example.in() ? draft(example) : received(example);
            labels.ifPresent(l -> lent.add(new Example(
                    !example.in(),
                    example.text(),
                    Set.of(l.split(",")),
                    Set.of(),
                    example.situation(),
                    example.writer())));
        }
        return lent;
    }

    private static Optional<String> received(Example draft) {
        var labels = String.join(",", draft.labels());
        var situation = draft.situation();
        if (WHOLE.containsKey(labels)) {
            return Optional.of(WHOLE.get(labels));
        }
        return switch (situation) {
            case "miss", "love", "longing-metaphor", "memories", "decl-second", "drunk" -> Optional.of("small-talk");
            case "deadline-threat" -> Optional.of("hostile");
            case "my-part" -> Optional.of("apology");
            case "ending" -> Optional.of("boundary");
            default -> TAKE_BACK.contains(situation) ? Optional.of("wants-back") : Optional.empty();
        };
    }

    private static Optional<String> draft(Example received) {
        var situation = received.situation();
        return switch (received.labels().iterator().next()) {
            case "emergency" -> HARM.contains(situation) ? Optional.of("crisis") : Optional.empty();
            case "hostile" -> hostile(situation);
            case "practical" -> Optional.of("practical");
            case "apology" ->
                situation.equals("mixed-practical")
                        ? Optional.of("practical,relationship-talk")
                        : Optional.of("relationship-talk");
            case "wants-back" -> TAKE_BACK.contains(situation) ? Optional.of("begging") : Optional.empty();
            case "small-talk" ->
                situation.equals("miss-love")
                        ? Optional.of("declaration")
                        : SMALL.contains(situation) ? Optional.of("fishing") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> hostile(String situation) {
        return switch (situation) {
            case "mixed-practical" -> Optional.of("blame,practical");
            case "guilt" -> Optional.of("guilt");
            case "threat-money",
                    "threat-court",
                    "threat-gossip",
                    "threat-showup",
                    "control",
                    "wants-back-threat",
                    "love-threat",
                    "false-apology" -> Optional.empty();
            default -> Optional.of("blame");
        };
    }
}
