package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {
    @Test
    void findsTheWordsForRegretAChangeAndAPlan() {
        var text = "I made a mistake leaving you. I've changed, I go to therapy now. Can we try again?";
        var wish = Wish.in(text);

        assertThat(words(text, wish.regret())).isNotEmpty();
        assertThat(words(text, wish.change())).isNotEmpty();
        assertThat(words(text, wish.plan())).containsExactly("therapy");
    }

    @Test
    void findsNothingInABareWish() {
        var wish = Wish.in("I want you back");

        assertThat(wish.regret()).isEmpty();
        assertThat(wish.change()).isEmpty();
        assertThat(wish.plan()).isEmpty();
    }

    private static List<String> words(String text, List<Span> spans) {
        return spans.stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }
}
