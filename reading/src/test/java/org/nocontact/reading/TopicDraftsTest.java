package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nocontact.core.DraftReader;
import org.nocontact.core.DraftReader.Draft.NotSure;
import org.nocontact.core.DraftReader.Draft.OnTopic;
import org.nocontact.core.DraftReader.Draft.Outside;
import org.nocontact.core.Topic;

class TopicDraftsTest {
    private static final String PICK_UP = "Can you pick Ella up from school at 4 on Thursday?";
    private static final Set<Topic> CHILDREN = Set.of(Topic.CHILDREN);

    @Test
    void letsThroughWhatIsCalmPracticalAndOnTopic() {
        var reader = MadeUpReader.of(0.01, OutLabel.PRACTICAL);

        assertThat(read(reader, PICK_UP, CHILDREN)).isEqualTo(new OnTopic(Topic.CHILDREN));
    }

    @Test
    void namesTheTopicOfTheRuleThatIsServed() {
        var reader = MadeUpReader.of(0.01, OutLabel.PRACTICAL, OutLabel.RESPECTFUL);

        assertThat(read(reader, "The rent is paid, thank you.", Set.of(Topic.CHILDREN, Topic.MONEY)))
                .isEqualTo(new OnTopic(Topic.MONEY));
    }

    @Test
    void isOutsideWhenItIsNotCalmOrOffTopic() {
        assertThat(read(MadeUpReader.of(0.01, OutLabel.PRACTICAL, OutLabel.BLAME), PICK_UP, CHILDREN))
                .isEqualTo(new Outside());
        assertThat(read(MadeUpReader.of(0.01, OutLabel.PRACTICAL, OutLabel.OFF_TOPIC), "The rent is due.", CHILDREN))
                .isEqualTo(new Outside());
    }

    @Test
    void isNotSureWhenItCannotTellATopic() {
        assertThat(read(MadeUpReader.of(0.01, OutLabel.PRACTICAL), "Thursday then.", CHILDREN))
                .isEqualTo(new NotSure());
        assertThat(read(MadeUpReader.of(0.01, OutLabel.RESPECTFUL), "Thanks for the school form.", CHILDREN))
                .isEqualTo(new NotSure());
    }

    @Test
    void isNotSureWhenSomethingThatIsNotCalmIsNear() {
        assertThat(read(MadeUpReader.of(0.25, OutLabel.PRACTICAL), PICK_UP, CHILDREN))
                .isEqualTo(new NotSure());
    }

    @Test
    void isNotSureByCuesAloneInAnotherLanguageAndInDanger() {
        for (var draft : Set.of(
                MadeUpReader.draft(0.01, true, true, OutLabel.PRACTICAL),
                MadeUpReader.draft(0.01, true, true, OutLabel.BEGGING),
                MadeUpReader.draft(0.01, false, false),
                MadeUpReader.draft(0.01, false, true, OutLabel.PRACTICAL, OutLabel.CRISIS))) {
            assertThat(read(MadeUpReader.of(draft), PICK_UP, CHILDREN)).isEqualTo(new NotSure());
        }
    }

    @Test
    void doesNotReadWhatIsTooLongForAVerdict() {
        var reader = MadeUpReader.of(0.01, OutLabel.PRACTICAL);

        assertThat(read(reader, PICK_UP.repeat(100), CHILDREN)).isEqualTo(new NotSure());
        assertThat(reader.reads).isZero();
    }

    @Test
    void doesNotWaitForTheModel() {
        var never = new CountDownLatch(1);
        var reader = Reader.with(new LoadingModel(() -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                throw new java.io.IOException(stopped);
            }
            throw new java.io.IOException("The test is over.");
        }));

        assertThat(read(reader, PICK_UP, CHILDREN)).isEqualTo(new NotSure());
        assertThat(reader.state()).isInstanceOf(ModelState.Loading.class);
    }

    @Test
    void readsByTheModelOnceItIsThere(@TempDir Path folder) throws InterruptedException {
        var reader = new LateReader(() -> Reader.withModelIn(folder));
        assertThat(reader.await(Duration.ofSeconds(60))).isInstanceOf(ModelState.Ready.class);

        assertThat(read(reader, "The school needs the form by Friday. Could you sign it?", CHILDREN))
                .isEqualTo(new OnTopic(Topic.CHILDREN));
        assertThat(read(reader, "I love you and I miss you so much", CHILDREN)).isEqualTo(new Outside());
        assertThat(read(reader, "Pick the kids up at 6, you liar, you ruined everything", CHILDREN))
                .isEqualTo(new Outside());
        assertThat(read(reader, "I want to die, the kids are better off without me", CHILDREN))
                .isEqualTo(new NotSure());
    }

    private static DraftReader.Draft read(MessageReader reader, String text, Set<Topic> topics) {
        return new TopicDrafts(reader).read(text, topics);
    }
}
