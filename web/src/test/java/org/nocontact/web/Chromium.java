package org.nocontact.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real browser without a window, which reaches nothing but this machine.
final class Chromium implements AutoCloseable {
    private static final List<String> NOTHING_BY_ITSELF = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-first-run",
            "--no-pings",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    final Browser browser;

    Chromium(Path executable) {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        playwright = Playwright.create(options);
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(arguments()));
    }

    /// The one that `CHROMIUM` names, else the one where Debian installs it.
    static Optional<Path> installed() {
        var named = System.getenv("CHROMIUM");
        return Optional.of(Path.of(named == null ? "/usr/bin/chromium" : named)).filter(Files::isExecutable);
    }

    private static List<String> arguments() {
        var arguments = new ArrayList<>(NOTHING_BY_ITSELF);
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
