package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nocontact.web.Coverage.Channel.BROWSER;
import static org.nocontact.web.Coverage.Channel.PHONE;
import static org.nocontact.web.Coverage.State.GUARDED;
import static org.nocontact.web.Coverage.State.ON_YOUR_WORD;
import static org.nocontact.web.Coverage.State.WATCHED;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nocontact.core.Act;
import org.nocontact.core.Rules;
import org.nocontact.web.Coverage.Guard;
import org.nocontact.web.Coverage.OfAct;
import org.nocontact.web.Coverage.Row;

class CoverageTest {
    private static final Guard IN_THE_BROWSER = new Guard(BROWSER, "Extension", Set.of(Act.TEXT, Act.LIKE), GUARDED);
    private static final Guard A_SCRIPT = new Guard(null, "Script", Set.of(Act.TEXT), WATCHED);

    @Test
    void restsOnThePersonsWordWhereNoGuardWasSeen() {
        var coverage = Coverage.of(Rules.noContact(), List.of());

        assertThat(coverage.acts()).extracting(OfAct::act).containsExactly(Act.values());
        assertThat(coverage.acts())
                .allSatisfy(act -> assertThat(act.rows())
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.state()).isEqualTo(ON_YOUR_WORD)));
    }

    @Test
    void guardsOnlyTheChannelAndTheActsOfTheGuard() {
        var coverage = Coverage.of(Rules.noContact(), List.of(IN_THE_BROWSER));

        assertThat(rows(coverage, Act.TEXT))
                .containsExactly(new Row(PHONE, "", ON_YOUR_WORD), new Row(BROWSER, "", GUARDED));
        assertThat(rows(coverage, Act.LOOK)).extracting(Row::state).containsOnly(ON_YOUR_WORD);
    }

    @Test
    void saysTheStrongestWhereTwoStandOnOneChannel() {
        var weaker = new Guard(BROWSER, "Filter list", Set.of(Act.LIKE), WATCHED);

        assertThat(rows(Coverage.of(Rules.noContact(), List.of(IN_THE_BROWSER, weaker)), Act.LIKE))
                .contains(new Row(BROWSER, "", GUARDED));
        assertThat(rows(Coverage.of(Rules.noContact(), List.of(weaker, IN_THE_BROWSER)), Act.LIKE))
                .contains(new Row(BROWSER, "", GUARDED));
    }

    @Test
    void givesAGuardWhoseChannelIsNotKnownARowOfItsOwnAndLeavesTheOthersAsTheyAre() {
        assertThat(rows(Coverage.of(Rules.noContact(), List.of(A_SCRIPT)), Act.TEXT))
                .containsExactly(
                        new Row(null, "Script", WATCHED),
                        new Row(PHONE, "", ON_YOUR_WORD),
                        new Row(BROWSER, "", ON_YOUR_WORD));
    }

    @Test
    void guardsNothingThatTheRuleLeavesOut() {
        var coverage = Coverage.of(Rules.leavingOut(Act.LIKE), List.of(IN_THE_BROWSER));

        assertThat(coverage.acts())
                .filteredOn(act -> !act.inTheRule())
                .extracting(OfAct::act)
                .containsExactly(Act.LIKE);
        assertThat(rows(coverage, Act.LIKE)).extracting(Row::state).containsOnly(ON_YOUR_WORD);
    }

    @Test
    void guardsNothingWhileTheRuleIsPractised() {
        var coverage = Coverage.of(Rules.noContact().withPractice(true), List.of(IN_THE_BROWSER));

        assertThat(rows(coverage, Act.TEXT))
                .extracting(Row::state)
                .contains(WATCHED)
                .doesNotContain(GUARDED);
    }

    private static List<Row> rows(Coverage coverage, Act act) {
        return coverage.acts().get(act.ordinal()).rows();
    }
}
