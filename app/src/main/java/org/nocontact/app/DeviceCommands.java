package org.nocontact.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// What may ask the gate: an extension, a phone, a script.
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        versionProvider = NoContact.Version.class,
        description = "Gives tokens to what may ask the gate: an extension, a phone, a script.")
final class DeviceCommands implements Runnable {
    @ParentCommand
    private @Nullable NoContact program;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(new CommandLine(Parent.of(spec)), "A command is missing: add, list or remove");
    }

    private Program open() {
        return Program.on(Parent.of(program).folder());
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = "Adds a device and prints its token, once.")
    int add(@Parameters(paramLabel = "NAME", description = "Such as phone, or extension.") String name) {
        try (var asked = open()) {
            System.out.println(asked.ask("POST", "/local/devices", Map.of("name", name))
                    .path("token")
                    .stringValue(""));
            System.err.println("This is the token of " + name + ". It is shown only now; keep it where it is used.");
        }
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = "Lists the devices and when each was last seen.")
    int list() {
        try (var asked = open()) {
            for (var device : asked.ask("GET", "/local/devices", null).path("devices")) {
                System.out.println(device.path("name").stringValue("") + "\t"
                        + device.path("lastSeen").stringValue("never seen"));
            }
        }
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            versionProvider = NoContact.Version.class,
            description = "Takes the token of a device back.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        try (var asked = open()) {
            asked.ask("DELETE", "/local/devices/" + id(name, asked), null);
        }
        System.out.println("The token of " + name + " no longer works.");
        return Exit.DONE;
    }

    private static long id(String name, Program asked) {
        for (JsonNode device : asked.ask("GET", "/local/devices", null).path("devices")) {
            if (device.path("name").stringValue("").equalsIgnoreCase(name)) {
                return device.path("id").longValue();
            }
        }
        throw new Trouble("There is no device named " + name + ": “nocontact device list” shows all of them.");
    }
}
