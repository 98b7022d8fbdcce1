package org.nocontact.app;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nocontact.mail.ImapWatcher;
import org.nocontact.mail.MailTrial;
import org.nocontact.mail.ProviderRules;
import org.nocontact.web.Mailroom;

/// What the mail guard says of itself, in the words of the pages.
final class MailStates {
    private MailStates() {}

    static Mailroom.Watching watching(ImapWatcher.@Nullable State state) {
        return switch (state) {
            case null -> Mailroom.Watching.OFF;
            case ImapWatcher.State.Connecting() -> Mailroom.Watching.CONNECTING;
            case ImapWatcher.State.Watching _ -> Mailroom.Watching.ON;
            case ImapWatcher.State.Waiting _ -> Mailroom.Watching.TROUBLE;
        };
    }

    static Mailroom.Watching watching(ProviderRules.@Nullable State state) {
        return switch (state) {
            case null -> Mailroom.Watching.OFF;
            case ProviderRules.State.None() -> Mailroom.Watching.OFF;
            case ProviderRules.State.Active _ -> Mailroom.Watching.ON;
            case ProviderRules.State.Failing _ -> Mailroom.Watching.TROUBLE;
        };
    }

    static @Nullable Instant looked(ImapWatcher.@Nullable State state) {
        return state instanceof ImapWatcher.State.Watching watching ? watching.looked() : null;
    }

    static String trouble(ImapWatcher.@Nullable State state) {
        return switch (state) {
            case null -> "";
            case ImapWatcher.State.Waiting(var why, var _) -> why;
            case ImapWatcher.State.Watching(var _, var _, var left)
            when left > 0 -> "Some messages (" + left + ") could not be moved yet; it is tried again.";
            case ImapWatcher.State.Watching _, ImapWatcher.State.Connecting _ -> "";
        };
    }

    static String trouble(ProviderRules.@Nullable State state) {
        return state instanceof ProviderRules.State.Failing(var why) ? why : "";
    }

    static Mailroom.Step step(MailTrial.Step step) {
        var name = step.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Mailroom.Step(name, Mailroom.Result.valueOf(step.result().name()), step.more());
    }
}
