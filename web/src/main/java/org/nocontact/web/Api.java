package org.nocontact.web;

import static org.nocontact.web.ApiRoute.Caller.ANYONE;
import static org.nocontact.web.ApiRoute.Caller.COMMAND;
import static org.nocontact.web.ApiRoute.Caller.DEVICE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;
import org.nocontact.core.Keeper;
import org.nocontact.reading.MessageReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What machines can ask, and what answers them. [ApiServer] puts it on HTTP; a command that finds no running program
/// asks it directly.
public final class Api {
    /// Everything that is answered, in the order of the document.
    static final List<ApiRoute> ROUTES = List.of(
            ApiRoute.get("/health", ANYONE, ApiStatus::health),
            ApiRoute.get("/api/v1/health", ANYONE, ApiStatus::health),
            ApiRoute.get("/api/v1/status", DEVICE, ApiStatus::show),
            ApiRoute.get("/api/v1/rule", DEVICE, ApiRule::show),
            ApiRoute.put("/api/v1/rule", DEVICE, ApiRuleChange::set),
            ApiRoute.post("/api/v1/attempts", DEVICE, ApiAttempt::decide),
            ApiRoute.get("/api/v1/reach-outs", DEVICE, ApiReachOut::list),
            ApiRoute.post("/api/v1/reach-outs", DEVICE, ApiReachOut::take),
            ApiRoute.get("/api/v1/urges", DEVICE, ApiUrge::list),
            ApiRoute.post("/api/v1/urges", DEVICE, ApiUrge::begin),
            ApiRoute.get("/api/v1/letters", DEVICE, ApiLetter::list),
            ApiRoute.post("/api/v1/letters", DEVICE, ApiLetter::write),
            ApiRoute.get("/api/v1/slips", DEVICE, ApiSlip::list),
            ApiRoute.post("/api/v1/slips", DEVICE, ApiSlip::tell),
            ApiRoute.get("/api/v1/events", DEVICE, ApiEvent::list),
            ApiRoute.get("/local/devices", COMMAND, ApiDevice::list),
            ApiRoute.post("/local/devices", COMMAND, ApiDevice::add),
            ApiRoute.delete("/local/devices/{device}", COMMAND, ApiDevice::remove),
            ApiRoute.get("/local/mail", COMMAND, ApiMail::show),
            ApiRoute.put("/local/mail", COMMAND, ApiMail::setUp),
            ApiRoute.delete("/local/mail", COMMAND, ApiMail::forget),
            ApiRoute.post("/local/mail/proposals", COMMAND, ApiMail::find),
            ApiRoute.post("/local/mail/tests", COMMAND, ApiMail::test),
            ApiRoute.post("/local/exports", COMMAND, ApiLedger::export),
            ApiRoute.post("/local/imports", COMMAND, ApiLedger::importFrom),
            ApiRoute.post("/local/backups", COMMAND, ApiLedger::backup),
            ApiRoute.get("/local/verification", COMMAND, ApiLedger::verify),
            ApiRoute.delete("/local/ledger", COMMAND, ApiLedger::erase));

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Keeper keeper;
    private final Housekeeping housekeeping;
    private final MessageReader reader;

    public Api(Keeper keeper, Housekeeping housekeeping, MessageReader reader) {
        this.keeper = keeper;
        this.housekeeping = housekeeping;
        this.reader = reader;
    }

    /// What a command gets.
    ///
    /// @param json an object, a problem document from status 400 on, nothing for 204
    public record Reply(int status, byte[] json) {}

    /// Answers a command in this process, in English.
    ///
    /// @param json the body, null for none
    public Reply answer(String method, String path, byte @Nullable [] json) {
        for (var route : ROUTES) {
            var parts = route.match(method, path);
            if (parts.isPresent()) {
                return answer(route, parts.get(), json);
            }
        }
        throw new IllegalArgumentException("Nothing answers " + method + " " + path);
    }

    private Reply answer(ApiRoute route, Map<String, String> parts, byte @Nullable [] json) {
        try {
            var body = json == null ? NOTHING : ApiJson.read(json, null);
            var reply = answer(route, ApiAccess.BY_HAND, null, parts, Map.of(), body);
            return new Reply(reply.status(), reply.json());
        } catch (ApiRefusal refusal) {
            return new Reply(
                    refusal.status(), refusal.problem(Texts.in(Locale.ENGLISH)).json());
        }
    }

    /// @throws ApiRefusal when the call cannot be answered as it was made
    ApiReply answer(
            ApiRoute route,
            String guard,
            @Nullable String languages,
            Map<String, String> parts,
            Map<String, String> query,
            ObjectNode json) {
        var call =
                new ApiCall(keeper, housekeeping, reader, guard, Texts.asked(languages), languages, parts, query, json);
        try {
            return route.answer().to(call);
        } catch (Invalid invalid) {
            throw ApiRefusal.saying(
                    422, Optional.ofNullable(invalid.getMessage()).orElse(""));
        }
    }
}
