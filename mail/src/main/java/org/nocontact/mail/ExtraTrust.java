package org.nocontact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;

/// What Java trusts, and certificates that the person trusts besides: their own server's, their company's.
final class ExtraTrust {
    private ExtraTrust() {}

    /// @param pem certificates in PEM, empty for none
    /// @throws Invalid when they are none
    static SSLSocketFactory sockets(String pem) {
        try {
            if (pem.isBlank()) {
                return SSLContext.getDefault().getSocketFactory();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {trusting(pem)}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Invalid("The certificates to trust cannot be read: they are PEM, with BEGIN CERTIFICATE.");
        }
    }

    private static X509TrustManager trusting(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        for (var known : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("java-" + store.size(), known);
        }
        var read = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        Refusal.unless(!read.isEmpty(), "There is no certificate in what is to be trusted: it is PEM.");
        for (var certificate : read) {
            store.setCertificateEntry("extra-" + store.size(), (X509Certificate) certificate);
        }
        return manager(store);
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new GeneralSecurityException("No X.509: " + Arrays.toString(factory.getTrustManagers())));
    }
}
