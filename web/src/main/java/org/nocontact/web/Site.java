package org.nocontact.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import org.nocontact.core.Keeper;
import org.nocontact.reading.MessageReader;

/// The local web page and the HTTP interface, from [#open] until [#close].
public final class Site implements AutoCloseable {
    private static final long LARGEST_REQUEST = 4_000_000;

    private final Javalin javalin;
    private final Sessions sessions;
    private final ApiAccess access;
    private final SiteConfig config;

    private Site(Keeper keeper, Housekeeping housekeeping, MessageReader reader, SiteConfig config) {
        this.config = config;
        this.sessions = new Sessions(config.key(), config.clock());
        this.access = new ApiAccess(keeper);
        this.javalin = Javalin.create(javalin -> configure(javalin, keeper, housekeeping, reader));
    }

    /// Opens the site and answers from now on.
    ///
    /// @param reader reads what they sent, and what the person writes
    /// @throws RuntimeException if the port is taken
    public static Site open(Keeper keeper, Housekeeping housekeeping, MessageReader reader, SiteConfig config) {
        var site = new Site(keeper, housekeeping, reader, config);
        site.javalin.start(config.host(), config.port());
        return site;
    }

    public int port() {
        return javalin.port();
    }

    /// Everything that is answered, as `GET /letters/{seq}`.
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(route -> route.method.isHttpMethod())
                .map(route -> route.method.name() + " " + route.path)
                .toList();
    }

    /// Lets the commands of the person who started the program in, as long as this site is open.
    public String localToken() {
        return access.localToken();
    }

    /// An address that lets one browser in, once.
    public URI signInLink() {
        var host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create("http://" + host + ":" + port() + "/sign-in?key=" + sessions.newLink());
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig javalin, Keeper keeper, Housekeeping housekeeping, MessageReader reader) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = LARGEST_REQUEST;
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        var view = new View();
        var danger = new Danger(reader);
        var rulePage = new RulePage(view, housekeeping);
        var settingsPage = new SettingsPage(view, housekeeping, config);
        List.of(
                        new Door(sessions, keeper, config, this::port),
                        new Faults(view, config),
                        new StaticFiles(),
                        new ApiServer(new Api(keeper, housekeeping, reader), access),
                        new ApiLink(access, this::signInLink),
                        new SignInPage(sessions),
                        new TodayPage(view),
                        new SetupPage(view, housekeeping, danger),
                        rulePage,
                        new NotesPage(rulePage, danger),
                        new TightenPage(rulePage),
                        new LoosenPage(view),
                        new WaitingPage(),
                        new EndPage(view),
                        new TimelinePage(view),
                        settingsPage,
                        new DevicesPage(settingsPage, sessions),
                        new UpkeepPage(view, settingsPage, housekeeping),
                        new MailPage(view, housekeeping),
                        new AttachmentsPage(view, housekeeping),
                        new HelpNowPage(view),
                        new ManifestPage(),
                        new WeakHourPage(view, danger),
                        new DangerPage(view),
                        new DraftPage(view, reader),
                        new LettersPage(view, danger),
                        new LetterPage(view, reader),
                        new SlipsPage(view, danger),
                        new ReceivedPage(view, reader),
                        new WishPage(view))
                .forEach(routes -> routes.on(javalin.routes));
    }
}
