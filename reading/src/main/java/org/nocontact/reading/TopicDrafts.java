package org.nocontact.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocontact.core.DraftReader;

/// Reads drafts for the gate under a limited rule. It lets through only what was read by the model as calm, practical
/// and of one of the topics, with nothing else near; in doubt, and while the model loads, it is not sure. It never
/// waits
/// for the model.
public final class TopicDrafts implements DraftReader {
    /// In characters; what has to be arranged is shorter, and a verdict does not wait for more.
    static final int LONGEST = 4_000;

    /// From this likelihood on of anything that is not calm it is not sure.
    private static final double DOUBT = 0.2;

    private static final Set<OutLabel> NOT_CALM =
            EnumSet.complementOf(EnumSet.of(OutLabel.PRACTICAL, OutLabel.RESPECTFUL, OutLabel.OFF_TOPIC));

    private final MessageReader reader;

    public TopicDrafts(MessageReader reader) {
        this.reader = reader;
    }

    @Override
    public Draft read(String text, Set<org.nocontact.core.Topic> topics) {
        if (text.length() > LONGEST) {
            reader.warmUp();
            return new Draft.NotSure();
        }
        var words = topics.stream().map(org.nocontact.core.Topic::word).collect(Collectors.toSet());
        var draft = reader.readOut(text, words);
        if (draft.cuesAlone() || !draft.readable() || draft.danger()) {
            return new Draft.NotSure();
        }
        if (!draft.calm()) {
            return new Draft.Outside();
        }
        return draft.labels().contains(OutLabel.PRACTICAL) && !isNearlyUpset(draft)
                ? onTopic(text, topics)
                : new Draft.NotSure();
    }

    private static boolean isNearlyUpset(org.nocontact.reading.Draft draft) {
        return NOT_CALM.stream().anyMatch(label -> draft.confidences().getOrDefault(label, 0.0) >= DOUBT);
    }

    /// The first of the topics that the text has words of. A short answer such as "six is fine" has none, and then the
    /// person looks.
    private static Draft onTopic(String text, Set<org.nocontact.core.Topic> topics) {
        var served = Topic.in(PlainText.of(text).text());
        return topics.stream()
                .sorted()
                .filter(topic ->
                        Topic.named(topic.word()).filter(served::contains).isPresent())
                .findFirst()
                .<Draft>map(Draft.OnTopic::new)
                .orElseGet(Draft.NotSure::new);
    }
}
