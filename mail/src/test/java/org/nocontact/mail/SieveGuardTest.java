package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nocontact.core.CalmTime;
import org.nocontact.core.EmailAddress;
import org.nocontact.core.Rules;
import org.nocontact.core.Way;

/// The rule at the provider against a real Dovecot with Pigeonhole.
class SieveGuardTest {
    private static final String OWN =
            "require \"fileinto\";\nif header :contains \"subject\" \"dinner\" { fileinto \"Dinners\"; }\n";
    private static final List<Way> DANIEL = Rules.noContact().ways();

    private static Dovecot dovecot;

    @BeforeAll
    static void startDovecot() throws Exception {
        dovecot = Dovecot.start();
        dovecot.doveadm("mailbox", "create", "-u", Dovecot.USER, "Dinners");
    }

    @AfterAll
    static void stopDovecot() throws Exception {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        dovecot.doveadm("expunge", "-u", Dovecot.USER, "mailbox", "*", "all");
        try (var connection = connection()) {
            connection.activate("");
            for (var script : connection.scripts()) {
                connection.delete(script.name());
            }
        }
    }

    @Test
    void filesWhatTheExSendsWhileNoProgramRuns() throws Exception {
        assertThat(guard("Quiet").keepUp(DANIEL)).isEqualTo(SieveGuard.Outcome.ACTIVE);
        deliver("Daniel <daniel@climbing.example>", "His");
        deliver("daniel+club@CLIMBING.example", "His with a tag");
        deliver("daniela@climbing.example", "Hers");
        deliver("jonas@home.example", "dinner");
        assertThat(dovecot.subjects("Quiet")).containsExactly("His", "His with a tag");
        assertThat(dovecot.subjects("INBOX")).containsExactly("Hers", "dinner");
    }

    @Test
    void runsThePersonsOwnRulesAfterwardsAndBringsThemBack() throws Exception {
        putOwn();
        guard("Quiet").keepUp(DANIEL);
        deliver("jonas@home.example", "dinner");
        deliver("daniel@climbing.example", "dinner with him");
        assertThat(dovecot.subjects("Dinners")).containsExactly("dinner");
        assertThat(dovecot.subjects("Quiet")).containsExactly("dinner with him");
        guard("Quiet").keepUp(DANIEL);
        guard("Quiet").takeOut();
        try (var connection = connection()) {
            assertThat(connection.scripts()).containsExactly(new SieveConnection.Script("own \"rules\"", true));
            assertThat(connection.read("own \"rules\"")).isEqualTo(OWN);
        }
    }

    @Test
    void takesInRulesThatThePersonActivatedLater() throws Exception {
        guard("Quiet").keepUp(DANIEL);
        putOwn();
        guard("Quiet").keepUp(DANIEL);
        deliver("jonas@home.example", "dinner");
        deliver("daniel@climbing.example", "His");
        assertThat(dovecot.subjects("Dinners")).containsExactly("dinner");
        assertThat(dovecot.subjects("Quiet")).containsExactly("His");
    }

    @Test
    void goesOnWhenThePersonDeletedTheirOwnRules() throws Exception {
        putOwn();
        guard("Quiet").keepUp(DANIEL);
        try (var connection = connection()) {
            connection.delete("own \"rules\"");
        }
        guard("Quiet").keepUp(DANIEL);
        deliver("daniel@climbing.example", "His");
        assertThat(dovecot.subjects("Quiet")).containsExactly("His");
        guard("Quiet").takeOut();
        try (var connection = connection()) {
            assertThat(connection.scripts()).isEmpty();
        }
    }

    @Test
    void followsTheRule() throws Exception {
        guard("Quiet").keepUp(DANIEL);
        var more = new ArrayList<>(DANIEL);
        more.add(Rules.way(Rules.mail("d.new@other.example")));
        guard("Quiet").keepUp(more);
        deliver("d.new@other.example", "From a new address");
        assertThat(dovecot.subjects("Quiet")).containsExactly("From a new address");
        assertThat(guard("Quiet").keepUp(List.of())).isEqualTo(SieveGuard.Outcome.NOTHING_TO_FILE);
        try (var connection = connection()) {
            assertThat(connection.scripts()).isEmpty();
        }
    }

    @Test
    void leavesAScriptOfTheSameNameAlone() throws Exception {
        try (var connection = connection()) {
            connection.put(SieveGuard.NAME, OWN);
        }
        assertThat(guard("Quiet").keepUp(DANIEL)).isEqualTo(SieveGuard.Outcome.NAME_TAKEN);
        guard("Quiet").takeOut();
        try (var connection = connection()) {
            assertThat(connection.read(SieveGuard.NAME)).isEqualTo(OWN);
        }
    }

    @Test
    void writesAnyAddressAndFolderAsOneString() throws Exception {
        var odd = new ArrayList<Way>();
        for (var local : List.of("a*b", "q?", "back\\slash", "quo\"te", "; stop; #", "ü", "] { discard; } [", "${x}")) {
            odd.add(Rules.way(new EmailAddress(local, "münchen.example")));
        }
        var folder = "Still \"quiet\" & ü";
        assertThat(guard(folder).keepUp(odd)).isEqualTo(SieveGuard.Outcome.ACTIVE);
        deliver("\"a*b\"@xn--mnchen-3ya.example", "Star");
        deliver("aXb@xn--mnchen-3ya.example", "Not the star");
        deliver("\"; stop; #\"@xn--mnchen-3ya.example", "Stop");
        assertThat(dovecot.subjects(folder)).containsExactly("Star", "Stop");
        assertThat(dovecot.subjects("INBOX")).containsExactly("Not the star");
    }

    @Test
    void saysThatThePasswordIsRefused() {
        assertThatThrownBy(() -> SieveConnection.open(dovecot.sieve(), Dovecot.USER, "wrong", dovecot.certificate()))
                .isInstanceOf(SieveConnection.Refused.class);
    }

    @Test
    void signsInToNobodyWithoutACertificateThatIsTrusted() {
        assertThatThrownBy(() -> SieveConnection.open(dovecot.sieve(), Dovecot.USER, Dovecot.PASSWORD, ""))
                .isInstanceOf(javax.net.ssl.SSLException.class);
    }

    private static SieveGuard guard(String folder) throws IOException {
        var settings = new MailSettings(
                new MailServer("localhost", 25, TlsMode.NONE),
                MailSettings.USUAL_LISTEN,
                0,
                null,
                dovecot.sieve(),
                Dovecot.USER,
                Dovecot.PASSWORD,
                dovecot.certificate(),
                folder,
                "",
                CalmTime.USUAL,
                LocalDate.EPOCH);
        return new SieveGuard(dovecot.sieve(), settings);
    }

    private static SieveConnection connection() throws IOException {
        return SieveConnection.open(dovecot.sieve(), Dovecot.USER, Dovecot.PASSWORD, dovecot.certificate());
    }

    private static void putOwn() throws IOException {
        try (var connection = connection()) {
            connection.put("own \"rules\"", OWN);
            connection.activate("own \"rules\"");
        }
    }

    private static void deliver(String from, String subject) throws IOException {
        dovecot.deliver("From: " + from + "\nTo: me@mine.test\nSubject: " + subject + "\n\nHello.\n");
    }
}
