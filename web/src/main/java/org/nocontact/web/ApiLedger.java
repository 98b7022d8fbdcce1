package org.nocontact.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.nocontact.core.Ledger.Verification;

/// What commands do with the ledger as a whole.
final class ApiLedger {
    private ApiLedger() {}

    /// A file that was written.
    record Written(String file) {}

    record Imported(long entries) {}

    /// @param lastHash the hash of the last entry; written down elsewhere, it proves later what the ledger held today
    record Verified(long entries, String lastHash) {}

    static ApiReply export(ApiCall call) {
        var file = file("to", call);
        call.housekeeping().exportTo(file);
        return ApiReply.created(new Written(file.toString()));
    }

    static ApiReply importFrom(ApiCall call) {
        return switch (call.housekeeping().importFrom(file("from", call))) {
            case Housekeeping.Import.Done(var entries) -> ApiReply.ok(new Imported(entries));
            case Housekeeping.Import.Refused(var why) -> throw ApiRefusal.saying(409, why);
        };
    }

    static ApiReply backup(ApiCall call) {
        call.fields();
        try {
            return ApiReply.created(new Written(call.housekeeping().backup().toString()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static ApiReply verify(ApiCall call) {
        return switch (call.housekeeping().verify()) {
            case Verification.Whole(var entries, var lastHash) -> ApiReply.ok(new Verified(entries, lastHash));
            case Verification.Broken(var seq, var why) -> throw new ApiRefusal(409, "broken", seq, why);
        };
    }

    static ApiReply erase(ApiCall call) {
        try {
            call.housekeeping().erase();
            return ApiReply.done();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path file(String field, ApiCall call) {
        try {
            var file = Path.of(call.fields(field).line(field));
            if (file.isAbsolute()) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            // Said below.
        }
        throw new ApiRefusal(422, "file", field);
    }
}
