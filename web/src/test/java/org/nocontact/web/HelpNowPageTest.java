package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Account;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Rules;
import org.nocontact.core.Words;

class HelpNowPageTest extends Visits {

    @Test
    void isOpenToAnybodyAndShowsNothingOfThePerson() {
        site.keeper.setRule(Rules.noContact(), null);
        site.keeper.addNote(NoteKind.FRIEND, new Words(Map.of("text", "Amira", "phone", "+1 555 0142")));
        site.keeper.set(Map.of("product", "Notes", "country", "DE", "language", "de"));

        var stranger = Visitor.stranger(site, "en-GB");
        assertThat(stranger.get("/help-now").body())
                .contains("Samaritans", "116 123", "tel:999")
                .doesNotContain("Amira", "0142", "Notes", "TelefonSeelsorge", "Settings");
        assertThat(get("/help-now").body()).contains("Amira", "tel:+15550142", "TelefonSeelsorge");
    }

    @Test
    void recordsNothing() {
        site.keeper.setRule(Rules.noContact(), null);
        clock.passes(java.time.Duration.ofDays(1));
        var last = site.ledger.last(Account.ME);

        get("/help-now");
        get("/help-now?country=IT");

        assertThat(site.ledger.last(Account.ME)).isEqualTo(last);
    }

    @Test
    void takesTheCountryThatIsChosenBeforeTheOneThatIsSet() {
        site.keeper.set(Map.of("country", "DE"));

        assertThat(get("/help-now?country=GB").body()).contains("United Kingdom</strong>", "Samaritans");
        assertThat(get("/help-now?country=nonsense%22%3E").body())
                .contains("Germany</strong>")
                .doesNotContain("nonsense");
    }

    @Test
    void showsEveryCountryInEveryLanguage() {
        for (var language : Texts.LANGUAGES) {
            visitor = visitor.speaking(language.toLanguageTag());
            for (var country : Helplines.countries(Locale.ENGLISH)) {
                var page = get("/help-now?country=" + country.code());
                assertThat(page.status()).as(country.name()).isEqualTo(200);
                assertThat(page.body()).contains("href=\"tel:");
            }
        }
    }

    @Test
    void saysWhereEachNumberComesFromAndWhenItWasChecked() {
        var page = get("/help-now?country=DE").body();

        for (var line : Helplines.of("DE")) {
            assertThat(page).contains(line.source().getHost());
        }
        assertThat(page).containsPattern("checked on \\d+ \\w+ 20\\d\\d");
    }
}
