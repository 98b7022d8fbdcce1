package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.web.Helpline.Kind;

final class HelplinesTest {
    /// Up to this many digits a number is a short code, which works inside its country only.
    private static final int LONGEST_SHORT_CODE = 6;

    private static final String GOOD = "DE\tcrisis\teveryone\tTelefonSeelsorge\t0800 1110111\t\t24/7\t"
            + "https://www.telefonseelsorge.de/\tde\thttps://www.telefonseelsorge.de/\t2026-11-23";

    private final List<Helpline> all = HelplineFile.bundled();

    @Test
    void everyNumberWasCheckedWithinAYear() {
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(all)
                .as("Open the source of each, correct the row if it changed, and write the day into its last column.")
                .allSatisfy(helpline -> assertThat(helpline.checked())
                        .as("%s: %s", helpline.country(), helpline.name())
                        .isBetween(today.minusYears(1), today.plusDays(1)));
    }

    @Test
    void everyRowSaysItsLanguages() {
        var known = Set.of(Locale.getISOLanguages());
        assertThat(all)
                .allSatisfy(helpline -> assertThat(helpline.languages())
                        .as(helpline.name())
                        .isNotEmpty()
                        .allMatch(known::contains));
    }

    @Test
    void noRowStandsTwice() {
        assertThat(all.stream().map(it -> List.of(it.country(), it.kind(), it.telUri(), it.web())))
                .doesNotHaveDuplicates();
        assertThat(all.stream().map(it -> List.of(it.country(), it.kind(), it.number(), it.name())))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCountryListedHasAnEmergencyNumberThatItsNumberingPlanKnows() {
        var plan = ShortNumberInfo.getInstance();
        assertThat(Helplines.countries(Locale.ENGLISH))
                .allSatisfy(country -> assertThat(Helplines.of(country.code()))
                        .as(country.name())
                        .filteredOn(it -> it.kind() == Kind.EMERGENCY)
                        .isNotEmpty()
                        .allMatch(it -> plan.isEmergencyNumber(dialled(it), country.code())));
    }

    @Test
    void everyLongNumberIsPossibleInItsCountry() {
        var plan = PhoneNumberUtil.getInstance();
        assertThat(all.stream()
                        .filter(it -> it.number().isPresent())
                        .filter(it -> dialled(it).length() > LONGEST_SHORT_CODE))
                .hasSizeGreaterThan(30)
                .allSatisfy(it -> assertThat(isValid(plan, it))
                        .as("%s %s: %s", it.country(), it.name(), it.number())
                        .isTrue());
    }

    @Test
    void listsTheCountriesTheProgramPromises() {
        assertThat(codes(Helplines.countries(Locale.ENGLISH)))
                .contains("US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "LI", "FR", "BE", "NL", "LU", "ES")
                .contains("PT", "IT", "DK", "SE", "NO", "FI", "IS", "PL", "CZ", "SK", "HU", "RO", "GR", "IN", "ZA")
                .contains("JP", "BR", "MX", "AR", "SG", "IL", "TR", "UA")
                .doesNotContain(Helpline.WORLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "AQ", "", "001", "nowhere"})
    void anUnknownCountryGetsTheInternationalFinders(String country) {
        assertThat(Helplines.of(country)).isNotEmpty().isEqualTo(Helplines.international());
        assertThat(Helplines.international()).extracting(Helpline::kind).containsOnly(Kind.FINDER);
    }

    @Test
    void emergencyComesFirstAndTheFindersOnlyWhereSomethingIsMissing() {
        assertThat(Helplines.of("gb")).extracting(Helpline::kind).isSorted().doesNotContain(Kind.FINDER);
        assertThat(Helplines.of("RO"))
                .extracting(Helpline::kind)
                .isSorted()
                .contains(Kind.ABUSE, Kind.FINDER)
                .doesNotContain(Kind.CRISIS);
    }

    @Test
    void countriesStandInTheOrderOfTheReadersLanguage() {
        assertThat(Helplines.countries(Locale.GERMAN))
                .extracting(Helplines.Country::name)
                .startsWith("Argentinien", "Australien", "Belgien")
                .containsSubsequence("Norwegen", "Österreich", "Polen");
    }

    @ParameterizedTest
    @CsvSource({"de-AT, AT", "en-GB, GB", "pt-BR, BR"})
    void takesTheCountryFromTheLocale(String tag, String country) {
        assertThat(Helplines.countryOf(Locale.forLanguageTag(tag))).contains(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en-001", "en-AQ", "und"})
    void guessesNoCountry(String tag) {
        assertThat(Helplines.countryOf(Locale.forLanguageTag(tag))).isEmpty();
    }

    @Test
    void aNumberBecomesALinkThatDials() {
        assertThat(parsed(GOOD).telUri()).contains(URI.create("tel:08001110111"));
        assertThat(parsed(GOOD.replace("0800 1110111", "+423 380 02 03")).telUri())
                .contains(URI.create("tel:+4233800203"));
        assertThat(parsed(GOOD.replace("0800 1110111", "")).telUri()).isEmpty();
    }

    @Test
    void saysWhetherSomeoneIsAlwaysThere() {
        assertThat(parsed(GOOD).alwaysOpen()).isTrue();
        assertThat(parsed(GOOD.replace("24/7", "Mo-Fr 09:00-18:00; Sa 10:00-12:00"))
                        .alwaysOpen())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE\\t                       | DX\\t           | DX",
                "crisis                      | chat            | chat is none of [emergency, crisis, abuse, finder]",
                "everyone                    | all             | all is none of [everyone, women, men]",
                "TelefonSeelsorge            | ' '             | the name is missing",
                "0800 1110111                | 0800 HELP       | 0800 HELP",
                "24/7                        | always          | always",
                "2026-11-23                  | 23.11.2026      | 23.11.2026",
                "\\thttps://www.telefonseelsorge.de/\\t2 | \\thttp://www.telefonseelsorge.de/\\t2 | not an https address",
                "\\tde\\t                    | \\t             | 10 columns instead of 11",
            })
    void aMalformedLineIsNamedWithItsFileAndWhatIsWrong(String part, String instead, String wrong) {
        var line = GOOD.replace(part.replace("\\t", "\t"), instead.replace("\\t", "\t"));
        assertThat(line).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> HelplineFile.parse("some.tsv", List.of(HelplineFile.COLUMNS, GOOD, line)))
                .isInstanceOf(HelplineFile.Malformed.class)
                .hasMessageStartingWith("some.tsv, line 3: ")
                .hasMessageContaining(wrong);
    }

    @Test
    void aFileWithoutItsHeadingIsRefused() {
        assertThatThrownBy(() -> HelplineFile.parse("some.tsv", List.of(GOOD)))
                .isInstanceOf(HelplineFile.Malformed.class)
                .hasMessageStartingWith("some.tsv, line 1: the heading is not");
    }

    private static Helpline parsed(String line) {
        return HelplineFile.parse("some.tsv", List.of(HelplineFile.COLUMNS, line))
                .getFirst();
    }

    private static String dialled(Helpline helpline) {
        return helpline.telUri().map(URI::getSchemeSpecificPart).orElseThrow();
    }

    private static boolean isValid(PhoneNumberUtil plan, Helpline helpline) {
        try {
            return plan.isValidNumberForRegion(plan.parse(dialled(helpline), helpline.country()), helpline.country());
        } catch (NumberParseException impossible) {
            return false;
        }
    }

    private static Set<String> codes(List<Helplines.Country> countries) {
        return countries.stream().map(Helplines.Country::code).collect(Collectors.toSet());
    }
}
