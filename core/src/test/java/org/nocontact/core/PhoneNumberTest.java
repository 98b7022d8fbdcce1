package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

class PhoneNumberTest {

    @ParameterizedTest(name = "{1} in {2} is {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            +15550133       | +1 555 0133                                     | DE
            +15550133       | 001 555 0133                                    | DE
            +442079460958   | +44 20 7946 0958                                |
            +442079460958   | +44 (0)20 7946-0958                             |
            +442079460958   | (020) 7946 0958                                 | GB
            +442079460958   | 020.7946.0958                                   | DE GB
            +442079460958   | 0044 20 7946 0958                               |
            +442079460958   | 011 44 20 7946 0958                             |
            +442079460958   | 0011442079460958                                | AU
            +442079460958   | ＋４４　２０　７９４６　０９５８                                |
            +442079460958   | ٠٠٤٤٢٠٧٩٤٦٠٩٥٨                                  |
            +442079460958   | +४४२०७९४६०९५८                                   |
            +442079460958   | +44‑20‑7946‑0958                                |
            +442079460958   | ‪+44 20 7946 0958‬                              |
            +442079460958   | +44 20 7946 0958 ext. 12                        |
            +442079460958   | +44 20 7946 0958x12                             |
            +442079460958   | +44 20 7946 0958,,12#                           |
            +442079460958   | 020 7946 0958 #12                               | GB
            +442079460958   | tel:+44-20-7946-0958                            |
            +442079460958   | TEL:+44-20-7946-0958;ext=12                     |
            +442079460958   | tel:20-7946-0958;phone-context=+44              |
            +442079460958   | tel:02079460958                                 | GB
            +442079460958   | tel:%2B442079460958                             |
            +442079460958   | tel://+442079460958                             |
            +442079460958   | callto:+442079460958                            |
            +442079460958   | sms:+442079460958?body=hello%0Athere            |
            +442079460958   | smsto:+442079460958                             |
            +442079460958   | sms:/open?addresses=%2B442079460958             |
            +442079460958   | facetime:+442079460958                          |
            +442079460958   | sip:+442079460958@provider.example;user=phone   |
            +442079460958   | skype:+442079460958?call                        |
            +442079460958   | https://wa.me/442079460958                      |
            +442079460958   | wa.me/442079460958?text=hi                      |
            +442079460958   | https://wa.me/+442079460958/                    |
            +442079460958   | https://api.whatsapp.com/send?phone=442079460958&text=x |
            +442079460958   | https://api.whatsapp.com/send/?text=x&phone=%2B44%2020%207946%200958 |
            +442079460958   | https://web.whatsapp.com/send?phone=442079460958 |
            +442079460958   | whatsapp://send?phone=+442079460958             |
            +442079460958   | https://signal.me/#p/+442079460958              |
            +442079460958   | sgnl://signal.me/#p/+442079460958               |
            +442079460958   | viber://chat?number=%2B442079460958             |
            +442079460958   | https://t.me/+442079460958                      |
            +442079460958   | tg://resolve?phone=442079460958                 |
            +442079460958   | *67 +44 20 7946 0958                            |
            +442079460958   | #31#02079460958                                 | GB
            +18003569377    | 1-800-FLOWERS                                   | US
            +18003569377    | +1 800 FLOWERS                                  |
            +390612345678   | 06 1234 5678                                    | IT
            +390612345678   | +39 06 12345678                                 |
            +4915123456789  | +49 (0) 151 / 23456789                          |
            +79123456789    | 8 (912) 345-67-89                               | RU
            +12125550133    | (212) 555-0133                                  | US CA
            """)
    void theSameNumber(String canonical, String written, String regions) {
        assertThat(phone(written, regions).canonical()).isEqualTo("tel:" + canonical);
    }

    @ParameterizedTest(name = "{0} and {1} reach the same person")
    @CsvSource({
        "+15550133,      555-0133",
        "+4915123456789, 0151 23456789",
        "+4915123456789, 151 23456789",
        "+4915123456789, 4915123456789",
        "+79123456789,   8 912 345 67 89",
        "+390612345678,  06 12345678",
        "0151 23456789,  15123456789",
        "+5491123456789, +541123456789",
        "+5215512345678, +525512345678",
        "+298312345,     312345",
        "+29022158,      22158",
        "+4915123456789, 141 0151 23456789"
    })
    void theSameWhenInDoubt(String one, String other) {
        assertThat(phone(one, "").sameAs(phone(other, ""))).isTrue();
        assertThat(phone(other, "").sameAs(phone(one, ""))).isTrue();
        assertThat(HandleIndex.of(List.of(phone(one, ""))).find(phone(other, "")))
                .isEqualTo(phone(one, ""));
    }

    @ParameterizedTest(name = "{0} and {1} are different")
    @CsvSource({
        "+442079460958,  +442079460959",
        "+442079460958,  +12079460958",
        "+4915123456789, 0151 23456780",
        "+4915123400112, 112",
        "+4915123400911, 911",
        "+4915123460958, 60958",
        "+4915123460958, 460958",
        "0151 23460958,  460958",
        "112,            0112",
        "+29022158,      122158",
        "112,            911"
    })
    void differentNumbers(String one, String other) {
        assertThat(phone(one, "").sameAs(phone(other, ""))).isFalse();
        assertThat(phone(other, "").sameAs(phone(one, ""))).isFalse();
        assertThat(HandleIndex.of(List.of(phone(one, ""))).contains(phone(other, "")))
                .isFalse();
    }

    @Test
    void aNationalNumberThatIsValidInSeveralRegionsKeepsItsCountryOpen() {
        var number = phone("06 12345678", "IT NL");
        assertThat(number.isInternational()).isFalse();
        assertThat(number.sameAs(phone("+39 06 12345678", ""))).isTrue();
        assertThat(number.sameAs(phone("+31 6 12345678", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"112", "911", "999", "110", "116123", "988"})
    void emergencyNumbersStayWhatTheyAre(String number) {
        assertThat(phone(number, "DE").canonical()).isEqualTo("tel:" + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:",
                "tel:abc",
                "sms:?body=x",
                "https://wa.me/",
                "https://wa.me/message/ABC",
                "+",
                "-",
                "()",
                "tel:+1",
                "https://signal.me/#eu/abc",
                "123456789012345678901234567890"
            })
    void notANumber(String written) {
        assertThat(Handles.parse(written, List.of("DE"))).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms:+4915123456789,+442079460958", "sms:/open?addresses=+4915123456789,+442079460958"})
    void severalNumbersAreToldApart(String written) {
        assertThat(Handles.parse(written, List.of()))
                .isEqualTo(new Unreadable("names several people; ask about one at a time"));
    }

    private static PhoneNumber phone(String written, String regions) {
        var hints = regions == null || regions.isEmpty() ? List.<String>of() : List.of(regions.split(" "));
        var parsed = Handles.parse(written, hints);
        assertThat(parsed).as(written).isInstanceOf(Read.class);
        return (PhoneNumber) ((Read) parsed).handle();
    }
}
