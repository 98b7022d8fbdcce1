package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nocontact.core.Account;
import org.nocontact.core.Rules;

class SettingsPageTest extends Visits {

    @Test
    void keepsWhatIsSet() {
        post(
                "/settings",
                "language",
                "de",
                "theme",
                "dark",
                "leave",
                "https://weather.example/",
                "product",
                "Notes",
                "country",
                "DE",
                "zone",
                "America/New_York",
                "wait",
                "20");

        assertThat(settings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "language", "de",
                        "theme", "dark",
                        "leave", "https://weather.example/",
                        "product", "Notes",
                        "country", "DE",
                        "zone", "America/New_York",
                        "wait", "20"));
        assertThat(get("/settings").body())
                .contains("<html lang=\"de\" data-theme=\"dark\">")
                .contains("<title>Einstellungen · Notes</title>")
                .contains("class=\"exit\" href=\"https://weather.example/\"");
        assertThat(now().zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void takesASettingBackToTheUsual() {
        post("/settings", "language", "de", "product", "Notes");
        post("/settings", "language", "", "product", "");

        assertThat(settings()).isEmpty();
    }

    @Test
    void writesNothingDownWhenNothingChanged() {
        post("/settings", "theme", "dark");
        var last = site.ledger.last(Account.ME);

        post("/settings", "theme", "dark");

        assertThat(site.ledger.last(Account.ME)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "leave, javascript:alert(1)",
        "leave, weather.example",
        "leave, https://",
        "zone, Nowhere/Atall",
        "theme, red",
        "language, xx",
        "wait, 1",
        "country, ZZ",
        "product, an extraordinarily long name for such a small program"
    })
    void saysWhatIsNeededAndKeepsWhatWasTyped(String field, String wrong) {
        var answer = post("/settings", field, wrong, "product", field.equals("product") ? wrong : "Notes");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>Error: Settings").contains("href=\"#" + field + "\"");
        assertThat(settings()).isEmpty();
    }

    @Test
    void showsTheTokenOfADeviceOnceAndKeepsItsHashOnly() {
        var added = post("/settings/devices", "device", "Phone");
        var token = Pattern.compile("<code>([\\w-]{43})</code>").matcher(added.body());

        assertThat(token.find()).isTrue();
        assertThat(devices()).singleElement().satisfies(device -> {
            assertThat(device.name()).isEqualTo("Phone");
            assertThat(device.tokenHash()).isEqualTo(Sessions.sha256(token.group(1)));
        });
        assertThat(get("/settings").body()).contains("Phone").doesNotContain(token.group(1));
    }

    @Test
    void wantsANameOfItsOwnForEachDevice() {
        post("/settings/devices", "device", "Phone");

        assertThat(post("/settings/devices", "device", "phone").status()).isEqualTo(422);
        assertThat(post("/settings/devices", "device", "").status()).isEqualTo(422);
        assertThat(devices()).hasSize(1);
    }

    @Test
    void removesADevice() {
        post("/settings/devices", "device", "Phone");
        var device =
                site.keeper.look((story, _) -> story.devices().iterator().next().seq());

        post("/settings/devices/remove", "device", String.valueOf(device));

        assertThat(devices()).isEmpty();
    }

    @Test
    void givesEverythingAlongUnderTheNameThatThePersonChose() {
        post("/settings", "product", "My Notes");

        var export = post("/settings/export");

        assertThat(export.header("Content-Type")).isEqualTo("application/zip");
        assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"my-notes-2026-03-02.zip\"");
        assertThat(export.body()).isEqualTo("{}");
    }

    @Test
    void saysWhereTheCopyIsAndWhatTheCheckFound() {
        site.keeper.setRule(Rules.noContact(), null);

        assertThat(post("/settings/backup").body()).contains("A copy is made: backup.db");
        assertThat(post("/settings/verify").body()).containsPattern("All 1 lines? (is|are) as");
    }

    @Test
    void erasesOnlyWithATick() {
        site.keeper.setRule(Rules.noContact(), null);

        var asked = post("/settings/erase");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(hasRule()).isTrue();

        var done = post("/settings/erase", "erase", "yes");
        assertThat(done.body()).contains("Everything is erased.").doesNotContain("Daniel");
        assertThat(done.header("Set-Cookie")).startsWith("nocontact=;").contains("1970");
        assertThat(site.ledger.last(Account.ME)).isZero();
        assertThat(hasRule()).isFalse();
    }

    @Test
    void takesNoFormWithoutItsToken() {
        assertThat(visitor.post("/settings/erase", List.of(field("erase", "yes")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/settings/export", List.of(field("csrf", "wrong")))
                        .statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> settings() {
        return site.keeper.look((story, _) -> story.settings());
    }
}
