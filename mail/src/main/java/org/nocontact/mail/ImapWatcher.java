package org.nocontact.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper;
import org.nocontact.core.LedgerFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in quietly what the ex sends by mail: into the ledger first, then out of the inbox into the quiet folder,
/// unread
/// and whole. It connects again for as long as it runs, and after every change it looks at all that lies there.
///
/// Nothing that it does deletes a message, marks one as read or answers one.
public final class ImapWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImapWatcher.class);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);
    private static final long BETWEEN_WAKES_MILLIS = 100;

    private final MailSettings settings;
    private final MailFiles files;
    private final Intake intake;
    private final Sweep sweep;
    private final Notices notices;
    private final @Nullable ProviderRules rules;
    private final Pace pace;
    private final InstantSource clock;
    private final Semaphore asked = new Semaphore(0);
    private final Thread thread;

    private volatile State state = new State.Connecting();
    private volatile long looks;
    private volatile boolean closing;
    private volatile @Nullable ImapAccount account;
    private Progress progress;
    private int failures;

    private ImapWatcher(
            MailSettings settings,
            MailFiles files,
            Keeper keeper,
            InboundReader reader,
            Pace pace,
            InstantSource clock) {
        this.settings = settings;
        this.files = files;
        this.intake = new Intake(keeper, reader);
        this.sweep = new Sweep(keeper, intake, settings.since());
        this.notices = new Notices(settings, keeper);
        this.rules = settings.sieve() == null
                ? null
                : new ProviderRules(new SieveGuard(settings.sieve(), settings), keeper, clock);
        this.pace = pace;
        this.clock = clock;
        var last = keeper.ledger().last(keeper.account());
        this.progress = files.progress().orElseGet(() -> Progress.begin(settings.since(), last));
        this.thread = Thread.ofVirtual().name("mail-watcher").unstarted(this::run);
    }

    /// Begins to watch.
    ///
    /// @param settings with a server for incoming mail
    public static ImapWatcher start(MailSettings settings, MailFiles files, Keeper keeper, InboundReader reader) {
        return start(settings, files, keeper, reader, Pace.USUAL, InstantSource.system());
    }

    static ImapWatcher start(
            MailSettings settings,
            MailFiles files,
            Keeper keeper,
            InboundReader reader,
            Pace pace,
            InstantSource clock) {
        Objects.requireNonNull(settings.imap(), "Incoming mail is not watched.");
        var watcher = new ImapWatcher(settings, files, keeper, reader, pace, clock);
        watcher.thread.start();
        return watcher;
    }

    /// Takes the rule at the provider out, where there is one; that it could not be reached is written to the log.
    public static void takeOutRules(MailSettings settings) {
        if (settings.sieve() == null) {
            return;
        }
        try {
            new SieveGuard(settings.sieve(), settings).takeOut();
        } catch (IOException fault) {
            LOG.warn("The rule at the provider stays: {}", fault.getMessage());
        }
    }

    /// How watching goes.
    public sealed interface State {
        record Connecting() implements State {}

        /// @param looked when it last looked through everything
        /// @param atOnce whether the server tells of new mail; otherwise the watcher asks every minute
        /// @param left how many messages of the ex could not be read or moved; they are tried again
        record Watching(Instant looked, boolean atOnce, int left) implements State {}

        /// @param why one sentence
        record Waiting(String why, Instant again) implements State {}
    }

    public State state() {
        return state;
    }

    /// How the rule at the provider stands that files mail while no program runs.
    public ProviderRules.State rulesState() {
        return rules == null ? new ProviderRules.State.None() : rules.state();
    }

    /// Looks now rather than in a minute: the rule changed, or something was held.
    public void lookNow() {
        asked.release();
    }

    private void run() {
        try {
            while (!closing) {
                rest(watchOnce());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// Watches for as long as the connection holds.
    ///
    /// @return how long to rest before the next one
    private Duration watchOnce() throws InterruptedException {
        var pause = pace.firstPause();
        try (var opened = ImapAccount.open(settings)) {
            account = opened;
            watch(opened);
        } catch (AuthenticationFailedException refused) {
            pause = pace.refused();
            tell(refused, "Your provider refuses the user name or the password", pause);
        } catch (LedgerFault fault) {
            pause = pace.pause(++failures);
            tell(fault, "The ledger cannot be used", pause);
        } catch (MessagingException | IllegalStateException fault) {
            // Angus throws the second where a connection ended before it was used.
            pause = pace.pause(++failures);
            tell(fault, "Your provider cannot be reached", pause);
        } catch (RuntimeException unexpected) {
            pause = pace.pause(++failures);
            LOG.error("Watching incoming mail failed", unexpected);
            tell(unexpected, "Watching incoming mail failed", pause);
        } finally {
            account = null;
        }
        return pause;
    }

    private void tell(Exception fault, String what, Duration pause) {
        if (closing) {
            return;
        }
        LOG.warn("{}: {}", what, String.valueOf(fault.getMessage()));
        state = new State.Waiting(
                what + ", so nothing was moved and nothing is lost; it is tried again.",
                clock.instant().plus(pause));
    }

    private void watch(ImapAccount account) throws MessagingException, InterruptedException {
        try (var inbox = account.inbox()) {
            var atOnce = account.can("IDLE");
            var ticker = Thread.ofVirtual().name("mail-watcher-tick").start(() -> tick(inbox, atOnce));
            try {
                while (!closing) {
                    looks++;
                    if (rules != null) {
                        rules.keepUp();
                    }
                    var left = look(account, inbox);
                    failures = 0;
                    state = new State.Watching(clock.instant(), atOnce, left);
                    awaitChange(inbox, atOnce);
                }
            } finally {
                ticker.interrupt();
            }
        }
    }

    private int look(ImapAccount account, OpenFolder inbox) throws MessagingException {
        var moved = sweep.look(inbox, progress.looked(), settings.quietFolder());
        var taken = new ArrayList<>(moved.taken());
        var left = moved.left();
        // What the provider's own rules filed there never was in the inbox.
        try (var quiet = account.quiet(settings.quietFolder())) {
            var filed = sweep.look(quiet, progress.looked(), null);
            taken.addAll(filed.taken());
            left += filed.left();
        }
        taken.forEach(message -> intake.read(message.seq(), message.arrived()));
        keep(notices.tell(inbox, progress));
        if (left == 0) {
            keep(progress.withLooked(moved.looked()));
        }
        return left;
    }

    private void keep(Progress made) {
        if (!made.equals(progress)) {
            progress = made;
            files.keep(made);
        }
    }

    private void awaitChange(OpenFolder inbox, boolean atOnce) throws MessagingException, InterruptedException {
        if (atOnce) {
            inbox.awaitChange();
        } else {
            rest(pace.look());
        }
    }

    /// Ends the waiting for the server when it is time to look, or somebody asked for it.
    private void tick(OpenFolder inbox, boolean atOnce) {
        try {
            while (atOnce && !closing && inbox.isOpen()) {
                var seen = looks;
                rest(pace.look());
                while (looks == seen && !closing && inbox.isOpen()) {
                    inbox.wake();
                    Thread.sleep(BETWEEN_WAKES_MILLIS);
                }
            }
        } catch (InterruptedException connectionEnded) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the time is over, or somebody asks for a look.
    private void rest(Duration pause) throws InterruptedException {
        if (!closing && asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            asked.drainPermits();
        }
    }

    /// Stops watching; what was begun with a message is begun again at the next start.
    @Override
    public void close() {
        closing = true;
        asked.release();
        var open = account;
        try {
            if (open != null) {
                open.close();
            }
            if (!thread.join(ENDS_WITHIN)) {
                thread.interrupt();
            }
        } catch (MessagingException alreadyClosed) {
            thread.interrupt();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
