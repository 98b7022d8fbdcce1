package org.nocontact.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// Where the program listens.
final class ServeOptions {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8420",
            description = "The port of the page (default: 8420; 0 for any free one).")
    private int port = 8420;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address it listens on (default: 127.0.0.1, which only this machine can reach).")
    private String host = "127.0.0.1";

    @Option(
            names = "--reachable-by-others",
            description = "Lets --host be an address that other machines can reach. What they ask travels unencrypted.")
    private boolean reachableByOthers;

    @Option(names = "--no-browser", description = "Does not open the browser.")
    private boolean noBrowser;

    int serve(NoContact program) throws Exception {
        if (port < 0 || port > 65_535) {
            throw Trouble.badUsage("A port is a number from 0 to 65535, and " + port
                    + " is none: choose another one with" + " --port.");
        }
        return new Server(program.folder(), checkedHost(), port).run(!noBrowser);
    }

    private String checkedHost() throws UnknownHostException {
        var plain = host.replaceAll("^\\[|]$", "");
        var address = plain.equals("localhost")
                ? Optional.of(InetAddress.getLoopbackAddress())
                : ADDRESS.matcher(plain).matches() ? Optional.of(literal(plain)) : Optional.<InetAddress>empty();
        if (address.isEmpty() || address.get().isAnyLocalAddress()) {
            throw Trouble.badUsage("--host takes one numeric address of this machine, such as 127.0.0.1, and “" + host
                    + "” is none: choose another one.");
        }
        if (!address.get().isLoopbackAddress() && !reachableByOthers) {
            throw Trouble.badUsage(
                    "Other machines could reach the program at " + host + ", and whatever they send would"
                            + " travel unencrypted: leave --host out, or add --reachable-by-others if you want just that.");
        }
        return plain;
    }

    private static InetAddress literal(String plain) {
        try {
            return InetAddress.ofLiteral(plain);
        } catch (IllegalArgumentException noAddress) {
            throw Trouble.badUsage("“" + plain + "” is not an address: choose another one with --host.");
        }
    }
}
