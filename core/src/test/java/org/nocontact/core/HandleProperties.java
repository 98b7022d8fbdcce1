package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nocontact.core.Handles.Read;
import org.nocontact.core.Handles.Unreadable;

class HandleProperties {
    private static final List<String> REGIONS = List.of("DE", "US");

    @Property(tries = 3_000)
    void parsingNeverThrows(@ForAll("hostileText") String text) {
        var parsed = Handles.parse(text, REGIONS);
        EmailAddress.parse(text);
        if (parsed instanceof Unreadable(String why)) {
            assertThat(why).isNotBlank().doesNotContain("\n", "null");
        }
    }

    @Property(tries = 3_000)
    void whatIsReadIsWrittenCanonicallyAndReadBack(@ForAll("hostileText") String text) {
        if (Handles.parse(text, REGIONS) instanceof Read(Handle handle)) {
            assertThat(handle.canonical().lines()).hasSize(1);
            assertThat(Handle.ofCanonical(handle.canonical())).isEqualTo(handle);
            assertThat(Handle.ofCanonical(handle.canonical()).canonical()).isEqualTo(handle.canonical());
        }
    }

    @Property(tries = 1_000)
    void whatIsShownIsReadBack(@ForAll("handle") Handle handle) {
        var again = ((Read) Handles.parse(handle.shown(), List.of())).handle();
        assertThat(again.sameAs(handle)).as("%s as %s", handle.shown(), again).isTrue();
    }

    @Property(tries = 3_000)
    void everySpellingOfAnAddressIsTheSame(@ForAll("emailSpelling") String spelling) {
        assertThat(EmailAddress.parse(spelling)).as(spelling).contains(new EmailAddress("sam-lee", "bücher.example"));
    }

    @Property(tries = 3_000)
    void everySpellingOfANumberIsTheSame(@ForAll("phoneSpelling") String spelling) {
        assertThat(Handles.parse(spelling, List.of("GB")))
                .as(spelling)
                .isEqualTo(new Read(new PhoneNumber(44, "2079460958")));
    }

    @Property(tries = 3_000)
    void everySpellingOfAProfileIsTheSame(@ForAll("profileSpelling") String spelling) {
        assertThat(Handles.parse(spelling, List.of()))
                .as(spelling)
                .isEqualTo(new Read(new Profile("instagram", false, "daniel_climbs")));
    }

    @Property(tries = 500)
    void theIndexAgreesWithComparingOneByOne(@ForAll("handles") List<Handle> handles, @ForAll("handle") Handle handle) {
        var index = HandleIndex.of(handles);
        var equal = handles.stream().filter(handle::equals).findFirst();
        var same = handles.stream().filter(handle::sameAs).findFirst();
        assertThat(index.find(handle)).isEqualTo(equal.or(() -> same).orElse(null));
        assertThat(index.contains(handle)).isEqualTo(same.isPresent());
    }

    @Property(tries = 2_000)
    void beingTheSameIsSymmetric(@ForAll("handle") Handle one, @ForAll("handle") Handle other) {
        assertThat(one.sameAs(other)).isEqualTo(other.sameAs(one));
        assertThat(one.sameAs(one)).isTrue();
    }

    @Property(tries = 2_000)
    void foldingTwiceChangesNothing(@ForAll String text) {
        var folded = Spelling.fold(text);
        assertThat(Spelling.fold(folded)).isEqualTo(folded);
    }

    @Property(tries = 1)
    void foldingAnyCharacterTwiceChangesNothing() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var folded = Spelling.fold(Character.toString(c));
            if (!Spelling.fold(folded).equals(folded)) {
                throw new AssertionError("U+" + Integer.toHexString(c));
            }
        }
    }

    @Provide
    Arbitrary<String> hostileText() {
        return HandleSpellings.hostileText();
    }

    @Provide
    Arbitrary<Handle> handle() {
        return HandleSpellings.handle();
    }

    @Provide
    Arbitrary<List<Handle>> handles() {
        return HandleSpellings.handles();
    }

    @Provide
    Arbitrary<String> emailSpelling() {
        return HandleSpellings.emailSpelling();
    }

    @Provide
    Arbitrary<String> phoneSpelling() {
        return HandleSpellings.phoneSpelling();
    }

    @Provide
    Arbitrary<String> profileSpelling() {
        return HandleSpellings.profileSpelling();
    }
}
