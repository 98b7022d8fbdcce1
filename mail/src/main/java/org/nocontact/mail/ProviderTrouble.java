package org.nocontact.mail;

/// The provider cannot be reached, or broke off. The message is one sentence that may be shown to the person.
final class ProviderTrouble extends RuntimeException {
    ProviderTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    ProviderTrouble(String message) {
        super(message);
    }
}
