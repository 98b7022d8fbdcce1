package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nocontact.core.Account;
import org.nocontact.core.Act;
import org.nocontact.core.Attempt;
import org.nocontact.core.CalmTime;
import org.nocontact.core.DraftReader;
import org.nocontact.core.Event;
import org.nocontact.core.InMemoryLedger;
import org.nocontact.core.InboundLabel;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.nocontact.core.Rules;
import org.nocontact.core.TimeSource;
import org.nocontact.core.Words;

/// The watcher against a real Dovecot.
class ImapWatcherTest {
    private static final Pace QUICK =
            new Pace(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMillis(300));

    /// No notice is left meanwhile.
    private static final CalmTime LATER = new CalmTime(
            LocalTime.now(ZoneOffset.UTC).plusHours(2),
            LocalTime.now(ZoneOffset.UTC).plusHours(3));

    private static Dovecot dovecot;

    @TempDir
    private Path data;

    private final InMemoryLedger ledger = new InMemoryLedger();
    private Keeper keeper = keeper();
    private @Nullable ImapWatcher watcher;

    @BeforeAll
    static void startDovecot() throws Exception {
        dovecot = Dovecot.start();
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
        keeper.setRule(Rules.noContact(), null);
    }

    @AfterEach
    void end() {
        if (watcher != null) {
            watcher.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesWhatTheExSendsAndNothingElse(TlsMode tls) throws Exception {
        watcher = watch(settings(tls));
        deliver("daniel@climbing.example", "How are you");
        deliver("jonas@home.example", "Dinner");
        await(() -> dovecot.subjects("Quiet").equals(List.of("How are you")));
        assertThat(dovecot.subjects("INBOX")).containsExactly("Dinner");
        assertThat(received()).containsExactly("How are you");
    }

    @Test
    void leavesItUnreadAndWhole() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("daniel@climbing.example", "Unread");
        await(() -> dovecot.subjects("Quiet").size() == 1);
        assertThat(dovecot.all("flags", "Quiet"))
                .allSatisfy(flags -> assertThat(flags).doesNotContain("\\Seen").doesNotContain("\\Deleted"));
        assertThat(dovecot.doveadm("fetch", "-u", Dovecot.USER, "text", "mailbox", "Quiet"))
                .contains("Message-ID: <Unread@test>", "What is in Unread");
    }

    @Test
    void takesWhatLayThereBeforeItStarted() throws Exception {
        deliver("daniel@climbing.example", "While it was off");
        watcher = watch(settings(TlsMode.NONE));
        await(() -> received().equals(List.of("While it was off"))
                && dovecot.subjects("INBOX").isEmpty());
    }

    @Test
    void knowsEverySpellingOfTheAddressAndEveryHeaderThatNamesIt() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("\"D, (x)\" <Daniel+club@CLIMBING.example>", "Tagged");
        deliver("=?utf-8?q?D=C3=A4n?= <\"daniel\"@climbing.example.>", "Quoted");
        dovecot.deliver(message("list@club.example", "By a sender")
                .replace("Subject:", "Sender: daniel@climbing.example\nSubject:"));
        dovecot.deliver(message("list@club.example", "By an answer")
                .replace("Subject:", "Reply-To: Daniel\n <daniel@climbing.example>\nSubject:"));
        deliver("Friends: jonas@home.example, daniel@climbing.example;", "In a group");
        deliver("daniel@climbing.example <daniela@climbing.example>", "Only by name");
        await(() -> dovecot.subjects("Quiet").size() == 5);
        settle();
        assertThat(dovecot.subjects("INBOX")).containsExactly("Only by name");
    }

    @Test
    void missesNothingOfABurst() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        for (var i = 0; i < 100; i++) {
            deliver(i % 2 == 0 ? "daniel@climbing.example" : "jonas@home.example", "Burst " + i);
        }
        var his =
                IntStream.range(0, 50).mapToObj(i -> "Burst " + 2 * i).sorted().toList();
        await(() -> dovecot.subjects("Quiet").equals(his));
        assertThat(dovecot.subjects("INBOX")).hasSize(50);
        assertThat(received()).containsExactlyInAnyOrderElementsOf(his);
    }

    @Test
    void takesInWhatARuleOfTheProviderFiled() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        await(() -> watcher.state() instanceof ImapWatcher.State.Watching);
        dovecot.save("Quiet", message("daniel@climbing.example", "Filed"));
        dovecot.save("Quiet", message("jonas@home.example", "Misfiled"));
        await(() -> received().equals(List.of("Filed")));
        assertThat(dovecot.subjects("Quiet")).containsExactly("Filed", "Misfiled");
    }

    @Test
    void leavesWhatCameBeforeItWasSetUp() throws Exception {
        dovecot.doveadm("mailbox", "create", "-u", Dovecot.USER, "Old");
        deliver("daniel@climbing.example", "Of today");
        watcher =
                watch(with(settings(TlsMode.NONE), LocalDate.now(ZoneOffset.UTC).plusDays(3)));
        await(() -> watcher.state() instanceof ImapWatcher.State.Watching);
        settle();
        assertThat(dovecot.subjects("INBOX")).containsExactly("Of today");
        assertThat(received()).isEmpty();
    }

    @Test
    void followsTheRuleAsItChanges() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("d.new@other.example", "From a new address");
        await(() -> watcher.state() instanceof ImapWatcher.State.Watching);
        settle();
        assertThat(received()).isEmpty();
        var ways = new ArrayList<>(Rules.noContact().ways());
        ways.add(Rules.way(Rules.mail("d.new@other.example")));
        keeper.setRule(Rules.noContact().withWays(ways), null);
        watcher.lookNow();
        await(() -> received().equals(List.of("From a new address")));
        await(() -> dovecot.subjects("INBOX").isEmpty());
    }

    @Test
    void survivesBeingKickedAndTheServerRestarting() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        for (var round = 0; round < 3; round++) {
            deliver("daniel@climbing.example", "Before " + round);
            if (round % 2 == 0) {
                dovecot.kick();
            } else {
                dovecot.pause();
                dovecot.resume();
            }
            deliver("daniel@climbing.example", "After " + round);
        }
        await(() -> dovecot.subjects("Quiet").size() == 6);
        assertThat(received()).hasSize(6);
        assertThat(dovecot.subjects("INBOX")).isEmpty();
    }

    @Test
    void survivesThatTheServerNumbersItsMessagesAnew() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("jonas@home.example", "First");
        deliver("daniel@climbing.example", "Second");
        await(() -> dovecot.subjects("Quiet").size() == 1);
        dovecot.renumber("INBOX");
        deliver("daniel@climbing.example", "Third");
        await(() -> dovecot.subjects("Quiet").equals(List.of("Second", "Third")));
        assertThat(received()).containsExactlyInAnyOrder("Second", "Third");
    }

    @Test
    void makesTheQuietFolderAgainWhenSomebodyTookItAway() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("daniel@climbing.example", "First");
        await(() -> dovecot.subjects("Quiet").size() == 1);
        dovecot.doveadm("mailbox", "delete", "-u", Dovecot.USER, "Quiet");
        deliver("daniel@climbing.example", "Second");
        await(() -> dovecot.subjects("Quiet").equals(List.of("Second")));
    }

    @Test
    void takesAMessageInOnceThoughItWasKilledBeforeMovingIt() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        deliver("daniel@climbing.example", "Once");
        await(() -> dovecot.subjects("Quiet").size() == 1);
        watcher.close();
        // As it would lie after a kill between the ledger and the server, days ago.
        dovecot.doveadm("move", "-u", Dovecot.USER, "INBOX", "mailbox", "Quiet", "all");
        keeper = keeper();
        watcher = watch(settings(TlsMode.NONE));
        await(() -> dovecot.subjects("Quiet").size() == 1
                && dovecot.subjects("INBOX").isEmpty());
        assertThat(received()).containsExactly("Once");
    }

    @Test
    void tellsMessagesApartThatSayTheSame() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        dovecot.deliver(message("daniel@climbing.example", "Same").replace("<Same@test>", "<one@test>"));
        dovecot.deliver(message("daniel@climbing.example", "Same").replace("<Same@test>", "<two@test>"));
        dovecot.deliver(message("daniel@climbing.example", "Other").replace("<Other@test>", "<one@test>"));
        await(() -> dovecot.subjects("Quiet").size() == 3);
        assertThat(received()).containsExactlyInAnyOrder("Same", "Same", "Other");
    }

    @Test
    void leavesEverythingWhereItIsWhileTheLedgerCannotBeWritten() throws Exception {
        var full = new FullLedger();
        keeper = new Keeper(Account.ME, full, wallClock(), ZoneOffset.UTC, DraftReader.leavingItToThePerson());
        keeper.setRule(Rules.noContact(), null);
        full.full = true;
        watcher = watch(settings(TlsMode.NONE));
        deliver("daniel@climbing.example", "Stays");
        await(() -> watcher.state() instanceof ImapWatcher.State.Waiting waiting
                && waiting.why().contains("ledger"));
        assertThat(dovecot.subjects("INBOX")).containsExactly("Stays");
        full.full = false;
        await(() -> dovecot.subjects("Quiet").equals(List.of("Stays")));
    }

    @Test
    void labelsWhatTheReaderIsSureOf() throws Exception {
        InboundReader reader =
                words -> words.text().contains("keys") ? Optional.of(InboundLabel.PRACTICAL) : Optional.empty();
        watcher = ImapWatcher.start(
                settings(TlsMode.NONE), new MailFiles(data), keeper, reader, QUICK, InstantSource.system());
        deliver("daniel@climbing.example", "The keys");
        deliver("daniel@climbing.example", "Hello");
        await(() -> received().size() == 2);
        await(() -> keeper.look((story, _) -> story.reachOuts().stream()
                        .filter(reachOut -> reachOut.label() == InboundLabel.PRACTICAL)
                        .count())
                == 1);
    }

    @Test
    void leavesASentenceWhenAMailWasHeldAndWhenSomethingCannotWait() throws Exception {
        InboundReader reader =
                words -> Optional.of(words.text().contains("keys") ? InboundLabel.PRACTICAL : InboundLabel.SMALL_TALK);
        var settings = settings(TlsMode.NONE);
        watcher = ImapWatcher.start(settings, new MailFiles(data), keeper, reader, QUICK, InstantSource.system());
        keeper.attempt(new Attempt(Act.EMAIL, Rules.DANIEL, Words.text("Please"), false, "mail"));
        deliver("daniel@climbing.example", "The keys");
        deliver("daniel@climbing.example", "Hello");
        await(() -> dovecot.subjects("INBOX").size() == 2);
        settle();
        assertThat(dovecot.subjects("INBOX")).containsExactly("A mail was kept, not sent", "Something needs an answer");
        assertThat(dovecot.doveadm("fetch", "-u", Dovecot.USER, "text", "mailbox", "INBOX"))
                .doesNotContain("daniel")
                .doesNotContain("Daniel")
                .doesNotContain("Please")
                .contains("in the folder Quiet");
        watcher.close();
        watcher = ImapWatcher.start(
                settings.withCalm(new CalmTime(LocalTime.NOON, LocalTime.NOON)),
                new MailFiles(data),
                keeper,
                reader,
                QUICK,
                InstantSource.system());
        await(() -> dovecot.subjects("INBOX").size() == 3);
        settle();
        deliver("daniel@climbing.example", "Hello again");
        await(() -> received().size() == 3);
        settle();
        assertThat(dovecot.subjects("INBOX")).contains("Something came").hasSize(3);
    }

    @Test
    void putsItsRuleAtTheProviderAndTakesWhatThatFiles() throws Exception {
        var settings = settings(TlsMode.NONE);
        watcher = watch(new MailSettings(
                settings.smtp(),
                settings.listen(),
                0,
                settings.imap(),
                dovecot.sieve(),
                settings.user(),
                settings.password(),
                settings.trust(),
                "Quiet",
                "",
                LATER,
                settings.since()));
        await(() -> watcher.rulesState() instanceof ProviderRules.State.Active);
        watcher.close();
        deliver("daniel@climbing.example", "While it was off");
        assertThat(dovecot.subjects("INBOX")).isEmpty();
        assertThat(dovecot.subjects("Quiet")).containsExactly("While it was off");
        watcher = watch(settings);
        await(() -> received().equals(List.of("While it was off")));
        try (var connection =
                SieveConnection.open(dovecot.sieve(), Dovecot.USER, Dovecot.PASSWORD, dovecot.certificate())) {
            connection.activate("");
        }
    }

    @Test
    void watchesAServerThatCannotMove() throws Exception {
        try (var plain = Dovecot.start("imap_capability = IMAP4rev1 UIDPLUS IDLE LITERAL+")) {
            var settings = settings(TlsMode.NONE);
            watcher = watch(new MailSettings(
                    settings.smtp(),
                    settings.listen(),
                    0,
                    plain.imap(TlsMode.NONE),
                    null,
                    settings.user(),
                    settings.password(),
                    "",
                    "Quiet",
                    "",
                    LATER,
                    settings.since()));
            plain.deliver(message("jonas@home.example", "Struck out by hand"));
            plain.doveadm("flags", "add", "-u", Dovecot.USER, "\\Deleted", "mailbox", "INBOX", "all");
            plain.deliver(message("daniel@climbing.example", "Copied"));
            await(() -> plain.subjects("Quiet").equals(List.of("Copied")));
            await(() -> plain.subjects("INBOX").equals(List.of("Struck out by hand")));
            assertThat(plain.all("flags", "Quiet")).noneMatch(flags -> flags.contains("\\Seen"));
        }
    }

    @Test
    void copiesOnceWhereTheServerCanNeitherMoveNorRemoveOne() throws Exception {
        try (var plain = Dovecot.start("imap_capability = IMAP4rev1")) {
            var settings = settings(TlsMode.NONE);
            watcher = watch(new MailSettings(
                    settings.smtp(),
                    settings.listen(),
                    0,
                    plain.imap(TlsMode.NONE),
                    null,
                    settings.user(),
                    settings.password(),
                    "",
                    "Quiet",
                    "",
                    LATER,
                    settings.since()));
            plain.deliver(message("daniel@climbing.example", "Copied"));
            await(() -> plain.subjects("Quiet").equals(List.of("Copied")));
            settle();
            assertThat(plain.subjects("Quiet")).containsExactly("Copied");
            assertThat(plain.all("flags", "INBOX")).singleElement().asString().contains("\\Deleted");
        }
    }

    @Test
    void saysThatThePasswordIsRefused() throws Exception {
        var wrong = settings(TlsMode.NONE);
        watcher = watch(new MailSettings(
                wrong.smtp(),
                wrong.listen(),
                0,
                wrong.imap(),
                null,
                wrong.user(),
                "wrong",
                "",
                "Quiet",
                "",
                LATER,
                wrong.since()));
        await(() -> watcher.state() instanceof ImapWatcher.State.Waiting waiting
                && waiting.why().contains("password"));
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() throws Exception {
        var settings = settings(TlsMode.TLS);
        watcher = watch(new MailSettings(
                settings.smtp(),
                settings.listen(),
                0,
                settings.imap(),
                null,
                settings.user(),
                settings.password(),
                "",
                "Quiet",
                "",
                LATER,
                settings.since()));
        await(() -> watcher.state() instanceof ImapWatcher.State.Waiting);
    }

    @Test
    void endsQuickly() throws Exception {
        watcher = watch(settings(TlsMode.NONE));
        await(() -> watcher.state() instanceof ImapWatcher.State.Watching);
        settle();
        var begun = System.nanoTime();
        watcher.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    // ---

    private static final class FullLedger extends ForwardingLedger {
        private volatile boolean full;

        FullLedger() {
            super(new InMemoryLedger());
        }

        @Override
        void beforeAppend() {
            if (full) {
                throw new LedgerFault("There is no room left.");
            }
        }
    }

    private ImapWatcher watch(MailSettings settings) {
        return ImapWatcher.start(
                settings,
                new MailFiles(data),
                keeper,
                InboundReader.leavingItToThePerson(),
                QUICK,
                InstantSource.system());
    }

    private Keeper keeper() {
        return new Keeper(Account.ME, ledger, wallClock(), ZoneOffset.UTC, DraftReader.leavingItToThePerson());
    }

    private static TimeSource wallClock() {
        return () -> new TimeSource.Reading(
                InstantSource.system().instant(), "boot", Duration.ofNanos(System.nanoTime()), true);
    }

    private static MailSettings settings(TlsMode tls) throws Exception {
        return new MailSettings(
                new MailServer("localhost", 25, TlsMode.NONE),
                MailSettings.USUAL_LISTEN,
                0,
                dovecot.imap(tls),
                null,
                Dovecot.USER,
                Dovecot.PASSWORD,
                dovecot.certificate(),
                "Quiet",
                "",
                LATER,
                LocalDate.now(ZoneOffset.UTC));
    }

    private static MailSettings with(MailSettings settings, LocalDate since) {
        return new MailSettings(
                settings.smtp(),
                settings.listen(),
                0,
                settings.imap(),
                null,
                settings.user(),
                settings.password(),
                settings.trust(),
                "Quiet",
                "",
                LATER,
                since);
    }

    private static void deliver(String from, String subject) throws Exception {
        dovecot.deliver(message(from, subject));
    }

    private static String message(String from, String subject) {
        return """
                From: %s
                To: me@mine.test
                Subject: %s
                Message-ID: <%s@test>

                What is in %s
                """.formatted(from, subject, subject.replace(' ', '-'), subject);
    }

    private List<String> received() {
        return keeper.ledger().newest(Account.ME, Set.of(Event.ReachOutReceived.class), Long.MAX_VALUE, 1_000).stream()
                .map(entry -> entry.event().words().part(Words.SUBJECT))
                .toList();
    }

    /// Longer than the watcher takes to look twice.
    private static void settle() throws InterruptedException {
        Thread.sleep(2 * QUICK.look().toMillis() + 300);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
