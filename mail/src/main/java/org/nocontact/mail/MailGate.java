package org.nocontact.mail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.HeldMail;
import org.nocontact.core.Invalid;
import org.nocontact.core.Keeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands between a mail program and its provider. Mail passes through byte for byte; what the rule holds
/// becomes an unsent letter. docs/mail.md says how it behaves.
///
/// Each conversation has a platform thread of its own: a dialogue of short lines waits at every line, and a virtual
/// thread takes longer to wake (`benchmarks/mail/side-by-side.sh`).
public final class MailGate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailGate.class);
    private static final Duration LAST_MAILS = Duration.ofSeconds(5);
    private static final int QUEUE = 256;
    private static final Reply FULL = Reply.of(421, "4.3.2 Too many connections");

    private final Gatehouse house;
    private final Semaphore places;
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable ServerSocket door;
    private @Nullable ServerSocket tlsDoor;

    private MailGate(Gatehouse house) {
        this.house = house;
        this.places = new Semaphore(house.config().limits().connections());
    }

    /// Opens the gate.
    ///
    /// @param clock for what [#state] says
    /// @throws Invalid when a port cannot be used, or the certificates to trust are none; the message may be
    ///             shown
    public static MailGate open(
            GateConfig config, Keeper keeper, HeldMail held, GateCertificate certificate, Clock clock) {
        var trust = Trust.with(config.upstream().trustedPem());
        var rule = new MailRule(keeper, config.emergencyWord());
        held.tidy();
        var gate = new MailGate(new Gatehouse(config, rule, held, certificate, trust, new Tally(clock)));
        try {
            gate.door = gate.open(config.port(), TlsMode.STARTTLS);
            gate.tlsDoor = gate.open(config.tlsPort(), TlsMode.TLS);
            return gate;
        } catch (RuntimeException fault) {
            gate.close();
            throw fault;
        }
    }

    private @Nullable ServerSocket open(int port, TlsMode mode) {
        if (port == GateConfig.NO_PORT) {
            return null;
        }
        try {
            var door = new ServerSocket(port, QUEUE, house.config().listen());
            Thread.ofVirtual().name("mail gate " + door.getLocalPort()).start(() -> answer(door, mode));
            return door;
        } catch (IOException taken) {
            throw new Invalid("Port " + port + " cannot be used for mail, most likely because another program has it:"
                    + " choose another one.");
        }
    }

    /// The port for STARTTLS that is really used; [GateConfig#NO_PORT] for none.
    public int port() {
        return port(door);
    }

    /// The port for TLS that is really used; [GateConfig#NO_PORT] for none.
    public int tlsPort() {
        return port(tlsDoor);
    }

    private static int port(@Nullable ServerSocket door) {
        return door == null ? GateConfig.NO_PORT : door.getLocalPort();
    }

    /// How things are now.
    public GateState state() {
        return house.tally().state();
    }

    private void answer(ServerSocket door, TlsMode mode) {
        while (!closing.get()) {
            try {
                begin(door.accept(), mode);
            } catch (IOException fault) {
                if (!closing.get()) {
                    LOG.warn("The mail gate could not take a connection. {}", fault.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Socket socket, TlsMode mode) throws IOException {
        var conversation = new Conversation(house, socket, mode);
        if (!house.config().answersOthers() && !socket.getInetAddress().isLoopbackAddress()) {
            conversation.close();
        } else if (!places.tryAcquire()) {
            Thread.ofVirtual().name("mail turned away").start(() -> conversation.turnAway(FULL));
        } else {
            conversations.add(conversation);
            Thread.ofPlatform().daemon().name("mail from " + socket.getPort()).start(() -> hold(conversation));
        }
    }

    private void hold(Conversation conversation) {
        try {
            conversation.run();
        } catch (RuntimeException fault) {
            LOG.error("A conversation with a mail program broke off.", fault);
        } finally {
            conversation.close();
            conversations.remove(conversation);
            places.release();
        }
    }

    /// Takes no more mail, lets what is on its way arrive, for a moment, and hangs up.
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        shut(door);
        shut(tlsDoor);
        var until = System.nanoTime() + LAST_MAILS.toNanos();
        while (conversations.stream().anyMatch(Conversation::isBusy) && System.nanoTime() < until) {
            conversations.stream()
                    .filter(conversation -> !conversation.isBusy())
                    .forEach(Conversation::close);
            pause();
        }
        conversations.forEach(Conversation::close);
    }

    private static void shut(@Nullable ServerSocket door) {
        try {
            if (door != null) {
                door.close();
            }
        } catch (IOException shutAnyway) {
            LOG.warn("A port of the mail gate could not be closed. {}", shutAnyway.getMessage());
        }
    }
}
