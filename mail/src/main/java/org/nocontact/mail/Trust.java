package org.nocontact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.nocontact.core.Invalid;

/// Whom the gate believes to be the provider: who has a certificate for the host's name from an authority that
/// Java trusts, or one of those that the person named beside them.
final class Trust {
    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /// @param pem certificates to trust beside Java's own; empty for none
    /// @throws Invalid when they are no certificates
    static Trust with(String pem) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var usual : usual()) {
                store.setCertificateEntry(usual.getSubjectX500Principal().getName() + usual.getSerialNumber(), usual);
            }
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("named by the person " + number++, certificate);
            }
            if (number == 0 && !pem.isBlank()) {
                throw new Invalid("There is no certificate in the file to trust: it has to be in PEM.");
            }
            return of(store);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Invalid("The certificate to trust cannot be read: it has to be in PEM.");
        }
    }

    /// Nobody but who shows this very certificate.
    static Trust only(X509Certificate certificate) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("only", certificate);
            return of(store);
        } catch (GeneralSecurityException | IOException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    private static Trust of(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new Trust(context);
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    /// For libraries that make their connections themselves and check the host's name by themselves.
    SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    /// The connection over TLS, before the handshake, which fails for anybody who is not this host.
    SSLSocket toward(Socket socket, String host, int port) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }
}
