package org.nocontact.app;

import java.net.BindException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.nocontact.reading.LateReader;
import org.nocontact.reading.MessageReader;
import org.nocontact.reading.Reader;
import org.nocontact.reading.TopicDrafts;
import org.nocontact.store.DataFolder;
import org.nocontact.store.DataFolder.Running;
import org.nocontact.web.Site;
import org.nocontact.web.SiteConfig;

/// The program while it serves one folder.
final class Server {
    private static final String PRODUCT = "NoContact";

    private final DataFolder folder;
    private final String host;
    private final int port;
    private final MessageReader reader;

    /// @param port 0 for any free one
    Server(DataFolder folder, String host, int port) {
        this(folder, host, port, new LateReader(() -> Reader.withModelIn(folder.reading())));
    }

    Server(DataFolder folder, String host, int port, MessageReader reader) {
        this.folder = folder;
        this.host = host;
        this.port = port;
        this.reader = reader;
    }

    /// An open site with all that has to be closed after it, in order.
    record Open(Site site, Home home, DataFolder.Holding holding, MachineTime time) implements AutoCloseable {
        @Override
        public void close() {
            try (holding;
                    home;
                    site) {
                // Closes them from the last to the first.
            }
        }
    }

    /// Serves until the process is told to stop.
    int run(boolean browser) throws InterruptedException {
        var open = open();
        if (open == null) {
            return pointToTheOther();
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            open.close();
                            stopped.countDown();
                        },
                        "stop"));
        tell(open, browser);
        open.time.learnWhoVouches();
        stopped.await();
        return Exit.DONE;
    }

    /// Null when another program serves the folder.
    @Nullable
    Open open() {
        var holding = folder.hold().orElse(null);
        if (holding == null) {
            return null;
        }
        try {
            LogFile.writeTo(folder.path());
            return open(holding);
        } catch (RuntimeException fault) {
            holding.close();
            throw fault;
        }
    }

    private Open open(DataFolder.Holding holding) {
        var time = new MachineTime();
        var home = Home.open(folder, time, new TopicDrafts(reader));
        try {
            var key = CookieKey.in(folder.path());
            var config = new SiteConfig(host, port, PRODUCT, key, Clock.systemUTC());
            var site = site(home, config);
            home.startMail(new MailReading(reader));
            holding.announce(new Running(host, site.port(), site.localToken()));
            return new Open(site, home, holding, time);
        } catch (RuntimeException fault) {
            home.close();
            throw fault;
        }
    }

    private Site site(Home home, SiteConfig config) {
        try {
            return Site.open(home.keeper(), home, reader, config);
        } catch (RuntimeException fault) {
            throw portTrouble(fault);
        }
    }

    private RuntimeException portTrouble(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new Trouble(
                        "Port " + port + " on " + host + " cannot be used, most likely because another program has it:"
                                + " choose another one with --port, or 0 for any that is free.",
                        fault);
            }
        }
        return fault;
    }

    private void tell(Open open, boolean browser) {
        var link = open.site.signInLink();
        System.out.println(PRODUCT + " is open at http://" + link.getAuthority() + "/");
        System.out.println("This link opens your pages in a browser. It works once, within 15 minutes:");
        System.out.println("  " + link);
        System.out.println("For another browser, run the same command once more while this one runs.");
        System.out.println("Everything stays on this machine, in " + folder.path());
        System.out.println("Ctrl+C stops it.");
        if (browser) {
            Browser.open(link);
        }
    }

    private int pointToTheOther() {
        try (var program = Program.running(folder)) {
            var link = program.ask("POST", "/local/links", null).get("link").stringValue();
            System.err.println(
                    PRODUCT + " serves " + folder.path() + " already, so this start ends here: use the link.");
            System.out.println("This link opens your pages in a browser. It works once, within 15 minutes:");
            System.out.println("  " + link);
            return Exit.FAULT;
        }
    }
}
