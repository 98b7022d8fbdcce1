package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:8420/sign-in?key=a&b");

    @Test
    void asksTheSystemToOpenAnAddress() {
        assertThat(Browser.command(PAGE, "Linux", Map.of("DISPLAY", ":0")))
                .contains(List.of("xdg-open", PAGE.toString()));
        assertThat(Browser.command(PAGE, "Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .contains(List.of("xdg-open", PAGE.toString()));
        assertThat(Browser.command(PAGE, "Mac OS X", Map.of())).contains(List.of("open", PAGE.toString()));
        assertThat(Browser.command(PAGE, "Windows 11", Map.of()))
                .contains(List.of("rundll32", "url.dll,FileProtocolHandler", PAGE.toString()));
    }

    @Test
    void opensNothingWhereThereIsNoScreen() {
        assertThat(Browser.command(PAGE, "Linux", Map.of("DISPLAY", ""))).isEmpty();
    }
}
