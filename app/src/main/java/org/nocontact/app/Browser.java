package org.nocontact.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens an address in the person's browser, as the system does it.
final class Browser {
    private Browser() {}

    /// @return whether the system took the address
    static boolean open(URI address) {
        return command(address, System.getProperty("os.name", ""), System.getenv())
                .map(Browser::start)
                .orElse(false);
    }

    /// Empty where there is no screen to show it on.
    static Optional<List<String>> command(URI address, String system, Map<String, String> environment) {
        if (system.startsWith("Mac")) {
            return Optional.of(List.of("open", address.toString()));
        }
        if (system.startsWith("Windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address.toString()));
        }
        var hasScreen = List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
        return hasScreen ? Optional.of(List.of("xdg-open", address.toString())) : Optional.empty();
    }

    private static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
