package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rules;
import org.nocontact.core.Words;

class TimelinePageTest extends Visits {

    @Test
    void showsFiftyAPageNewestFirstAndLosesNoneBetweenPages() {
        site.keeper.setRule(Rules.noContact(), null);
        for (var number = 1; number <= 120; number++) {
            site.keeper.addNote(NoteKind.ACTIVITY, Words.text("Thing no. " + number + "!"));
        }

        var first = get("/timeline").body();
        var second = get("/timeline?before=" + before(first)).body();
        var third = get("/timeline?before=" + before(second)).body();

        assertThat(first.indexOf("no. 120!"))
                .isLessThan(first.indexOf("no. 71!"))
                .isPositive();
        assertThat(first).contains("no. 71!").doesNotContain("no. 70!");
        assertThat(second).contains("no. 70!", "no. 21!").doesNotContain("no. 71!", "no. 20!");
        assertThat(third).contains("no. 20!", "Your rule began").doesNotContain("?before=");
    }

    @Test
    void linksToLettersAndMessagesInsteadOfShowingTheirWords() {
        site.keeper.setRule(Rules.noContact(), null);
        var letter = site.keeper.writeLetter(Words.text("my secret letter"));
        var message =
                site.keeper.receive("text", Instant.parse("2026-03-01T10:00:00Z"), Words.text("their secret message"));

        assertThat(get("/timeline").body())
                .contains("href=\"/letters/" + letter + "\"", "href=\"/received/" + message + "\"")
                .doesNotContain("secret");
    }

    @Test
    void isThereBeforeAnythingHappened() {
        assertThat(get("/timeline").body()).contains("Nothing yet");
        assertThat(get("/timeline?before=nonsense").status()).isEqualTo(200);
    }

    private static String before(String page) {
        var link = Pattern.compile("\\?before=(\\d+)").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
