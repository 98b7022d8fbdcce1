package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Keeper;

/// Who may come in. Localhost is hostile: any page in the browser can send requests here, other people may use this
/// machine, and a
/// foreign name can be made to point at it. So every request has to name this host, requests that change something have
/// to come
/// from these pages, and the pages belong to whoever came by a one-time link.
final class Door implements Routes {
    static final String COOKIE = "nocontact";
    static final String FORM_TOKEN = "csrf";

    /// What anybody may see: nothing of it is personal.
    private static final Set<String> OPEN = Set.of("/sign-in", "/help-now", "/manifest.webmanifest", "/favicon.ico");

    /// What a machine may ask without a token.
    private static final Set<String> FOR_ANY_MACHINE = Set.of("/health", "/openapi.json");

    private static final Pattern EXTENSION = Pattern.compile("(chrome|moz|safari-web)-extension://[0-9a-zA-Z-]{1,64}");
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// What the forms of these pages are sent as.
    private static final Pattern FORM =
            Pattern.compile("(?i)application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    private final Sessions sessions;
    private final Keeper keeper;
    private final SiteConfig config;
    private final IntSupplier port;

    Door(Sessions sessions, Keeper keeper, SiteConfig config, IntSupplier port) {
        this.sessions = sessions;
        this.keeper = keeper;
        this.config = config;
        this.port = port;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context ctx) {
        setHeaders(ctx);
        if (!namesThisHost(ctx)) {
            throw new Refused(Refused.Reason.FOREIGN_HOST);
        }
        if (isForMachines(ctx.path())) {
            if (!mayAskAsMachine(ctx)) {
                throw new Refused(Refused.Reason.FOREIGN_ORIGIN);
            }
            return;
        }
        var cookie = ctx.cookie(COOKIE);
        var session = cookie != null && sessions.isOpen(cookie) ? cookie : null;
        if (session == null && !isOpen(ctx.path())) {
            throw new Refused(Refused.Reason.NOT_SIGNED_IN);
        }
        if (changesSomething(ctx)) {
            checkForm(ctx, session);
        }
        Visit.begin(ctx, keeper, config, session != null, session == null ? "" : sessions.formToken(session));
    }

    private void checkForm(Context ctx, @Nullable String session) {
        if (!comesFromHere(ctx)) {
            throw new Refused(Refused.Reason.FOREIGN_ORIGIN);
        }
        if (!FORM.matcher(Objects.requireNonNullElse(ctx.header("Content-Type"), ""))
                .matches()) {
            throw new Refused(Refused.Reason.NO_FORM);
        }
        var token = ctx.formParam(FORM_TOKEN);
        if (session == null || token == null || !sessions.isFormToken(session, token)) {
            throw new Refused(Refused.Reason.STALE_FORM);
        }
    }

    /// The parts that answer machines: a token of its own comes with every request, and no cookie counts.
    static boolean isForMachines(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/guard/")
                || path.startsWith("/local/")
                || FOR_ANY_MACHINE.contains(path);
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || path.startsWith("/static/");
    }

    private static boolean changesSomething(Context ctx) {
        return ctx.method() != HandlerType.GET && ctx.method() != HandlerType.HEAD;
    }

    private boolean namesThisHost(Context ctx) {
        var host = ctx.header("Host");
        return host != null && authorities().contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean comesFromHere(Context ctx) {
        var origin = ctx.header("Origin");
        return origin != null && isOurs(origin);
    }

    /// Extensions and scripts send no origin or one of their own scheme; a page of another site is refused.
    private boolean mayAskAsMachine(Context ctx) {
        var origin = ctx.header("Origin");
        var site = ctx.header("Sec-Fetch-Site");
        var ours = origin == null || isOurs(origin) || EXTENSION.matcher(origin).matches();
        return ours && (site == null || Set.of("none", "same-origin").contains(site));
    }

    private boolean isOurs(String origin) {
        return authorities().stream().anyMatch(authority -> origin.equalsIgnoreCase("http://" + authority));
    }

    private Set<String> authorities() {
        var suffix = ":" + port.getAsInt();
        var names = Stream.of("127.0.0.1", "localhost", "[::1]", config.host().toLowerCase(Locale.ROOT));
        return names.map(name -> name + suffix).collect(Collectors.toSet());
    }

    private static void setHeaders(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        ctx.header("Cache-Control", "no-store");
    }
}
