package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// A window of the browser on a trial site, with cookies of its own. Whatever asks for another address is answered with
/// an empty page here and remembered, and so is every complaint of the browser.
final class Window implements AutoCloseable {
    final Page page;
    final List<String> elsewhere = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();

    private final TrialSite trial;
    private final BrowserContext context;

    Window(Chromium chromium, TrialSite trial, NewContextOptions options) {
        this.trial = trial;
        context = chromium.browser.newContext(options);
        context.setDefaultTimeout(20_000);
        context.route(address -> !address.startsWith(trial.address("/").toString()), this::answerElsewhere);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static NewContextOptions wide(int pixels) {
        return new NewContextOptions().setViewportSize(pixels, 900).setReducedMotion(ReducedMotion.REDUCE);
    }

    Window signedIn() {
        page.navigate(trial.site.signInLink().toString());
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    Window open(String path) {
        page.navigate(trial.address(path).toString());
        assertThat(page.url()).isEqualTo(trial.address(path).toString());
        return this;
    }

    void openAllDetails() {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    void button(String words) {
        page.locator("button", new Page.LocatorOptions().setHasText(words)).click();
    }

    /// The path and what follows it.
    String place() {
        return page.url().substring(trial.address("").toString().length());
    }

    private void answerElsewhere(Route route) {
        elsewhere.add(route.request().url());
        route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<!doctype html><title>Elsewhere</title>"));
    }

    @Override
    public void close() {
        context.close();
    }
}
