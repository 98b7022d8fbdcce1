package org.nocontact.web;

import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One address of the HTTP interface, and what answers there.
///
/// @param path with variable parts in braces, as in `/local/devices/{device}`
record ApiRoute(HandlerType method, String path, Caller caller, Answer answer) {
    private static final Set<HandlerType> WITH_A_BODY = Set.of(HandlerType.POST, HandlerType.PUT);

    /// Who may call.
    enum Caller {
        ANYONE,
        /// A guard with its token, or a command.
        DEVICE,
        /// A command of the person who started the program.
        COMMAND
    }

    /// Reads, validates, acts and responds.
    @FunctionalInterface
    interface Answer {
        ApiReply to(ApiCall call);
    }

    static ApiRoute get(String path, Caller caller, Answer answer) {
        return new ApiRoute(HandlerType.GET, path, caller, answer);
    }

    static ApiRoute post(String path, Caller caller, Answer answer) {
        return new ApiRoute(HandlerType.POST, path, caller, answer);
    }

    static ApiRoute put(String path, Caller caller, Answer answer) {
        return new ApiRoute(HandlerType.PUT, path, caller, answer);
    }

    static ApiRoute delete(String path, Caller caller, Answer answer) {
        return new ApiRoute(HandlerType.DELETE, path, caller, answer);
    }

    boolean hasBody() {
        return WITH_A_BODY.contains(method);
    }

    /// The variable parts, if this route answers there.
    Optional<Map<String, String>> match(String askedMethod, String askedPath) {
        var mine = path.split("/", -1);
        var asked = askedPath.split("/", -1);
        if (!method.name().equals(askedMethod) || mine.length != asked.length) {
            return Optional.empty();
        }
        var parts = new HashMap<String, String>();
        for (var index = 0; index < mine.length; index++) {
            if (mine[index].startsWith("{")) {
                parts.put(mine[index].substring(1, mine[index].length() - 1), asked[index]);
            } else if (!mine[index].equals(asked[index])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
