package org.nocontact.web;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Device;
import org.nocontact.core.Keeper;

/// Who may call the interface: devices by the token that each was given, commands by a token that is new at every start
/// and lies where only the person who started the program can read it.
final class ApiAccess {
    /// How the person's own commands are named in the ledger.
    static final String BY_HAND = "hand";

    private static final int TOKEN_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final Keeper keeper;
    private final String localToken = newToken();
    private final byte[] localHash = hash(localToken);

    ApiAccess(Keeper keeper) {
        this.keeper = keeper;
    }

    static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String localToken() {
        return localToken;
    }

    /// Lets a caller in, and writes down once a day that a device was here.
    ///
    /// @param authorization the header of that name
    /// @return the guard that asks
    /// @throws ApiRefusal when the token is missing or unknown
    String admit(ApiRoute.Caller caller, @Nullable String authorization) {
        if (caller == ApiRoute.Caller.ANYONE) {
            return "";
        }
        var hash = hash(token(authorization));
        if (MessageDigest.isEqual(hash, localHash)) {
            return BY_HAND;
        }
        var device = caller == ApiRoute.Caller.DEVICE ? device(hash) : null;
        if (device == null) {
            throw new ApiRefusal(403, caller == ApiRoute.Caller.DEVICE ? "token.device" : "token.command");
        }
        keeper.see(device);
        return device.name();
    }

    /// Compares with every device, so that the time it takes says nothing.
    private @Nullable Device device(byte[] hash) {
        Device found = null;
        for (var device : keeper.look((story, _) -> story.devices())) {
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(device.tokenHash()))) {
                found = device;
            }
        }
        return found;
    }

    private static String token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private static byte[] hash(String token) {
        return HexFormat.of().parseHex(Sessions.sha256(token));
    }
}
