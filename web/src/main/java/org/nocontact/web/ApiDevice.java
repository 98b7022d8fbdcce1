package org.nocontact.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Device;

/// A device that may ask the gate, as commands see it.
record ApiDevice(long id, String name, @Nullable LocalDate lastSeen) {
    private static final int LONGEST_NAME = 60;

    record All(List<ApiDevice> devices) {}

    /// @param token shown once; only its hash is kept
    record Added(long id, String name, String token) {}

    static ApiReply list(ApiCall call) {
        return ApiReply.ok(new All(devices(call)));
    }

    static ApiReply add(ApiCall call) {
        var name = call.fields("name").line("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ApiRefusal(422, "device.name", LONGEST_NAME);
        }
        if (devices(call).stream().anyMatch(device -> device.name.equalsIgnoreCase(name))) {
            throw new ApiRefusal(409, "device.taken", name);
        }
        var token = ApiAccess.newToken();
        var id = call.keeper().addDevice(name, Sessions.sha256(token));
        return ApiReply.created(new Added(id, name, token));
    }

    static ApiReply remove(ApiCall call) {
        var device = call.path().getOrDefault("device", "");
        if (!device.matches("\\d{1,18}") || !call.keeper().removeDevice(Long.parseLong(device))) {
            throw new ApiRefusal(404, "device.unknown");
        }
        return ApiReply.done();
    }

    private static List<ApiDevice> devices(ApiCall call) {
        return call.keeper().look((story, _) -> story.devices()).stream()
                .map(ApiDevice::from)
                .toList();
    }

    private static ApiDevice from(Device device) {
        return new ApiDevice(device.seq(), device.name(), device.lastSeen());
    }
}
