package org.nocontact.mail;

import java.io.IOException;
import java.nio.file.Files;

/// The same certificate for all tests: making one takes a second.
final class OneCertificate {
    private static final GateCertificate MADE = make();

    private OneCertificate() {}

    static GateCertificate get() {
        return MADE;
    }

    private static GateCertificate make() {
        try {
            return GateCertificate.in(Files.createTempDirectory("certificate"));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /// The same in PEM.
    static String pem() {
        try {
            var encoded = java.util.Base64.getMimeEncoder()
                    .encodeToString(MADE.certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
