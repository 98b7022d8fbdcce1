package org.nocontact.mail;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.nocontact.core.LedgerFault;

/// The certificate that the gate shows to mail programs: made by itself at its first start, for this machine's
/// names only, and the same ever after, so that a mail program can tell the gate from another program that took
/// its port.
public final class GateCertificate {
    private static final String FILE = "mail-gate.p12";

    /// The file's permissions are what keeps the key; PKCS #12 wants a password all the same.
    private static final char[] PASSWORD = "nocontact".toCharArray();

    private static final int TEN_YEARS = 3_653;
    private static final int LONGEST_SECONDS = 60;

    private final SSLContext context;
    private final X509Certificate certificate;

    private GateCertificate(SSLContext context, X509Certificate certificate) {
        this.context = context;
        this.certificate = certificate;
    }

    /// Takes the certificate that lies in the folder, or makes one.
    ///
    /// @param folder one that only this person can open
    /// @throws LedgerFault when that cannot be done; the message may be shown
    public static GateCertificate in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException fault) {
            throw new LedgerFault(
                    file + " cannot be used as the mail gate’s certificate (" + fault.getMessage()
                            + "): remove it, and a new one is made at the next start.",
                    fault);
        }
    }

    /// The JDK has no way to make a certificate but this program of its own.
    private static void make(Path file) throws IOException {
        var folder = Files.createTempDirectory(file.getParent(), "certificate");
        try {
            var made = folder.resolve(FILE);
            run(made);
            if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(folder.resolve(FILE));
            Files.delete(folder);
        }
    }

    private static void run(Path made) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gate",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost, O=NoContact mail gate",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1,ip:::1",
                        "-ext",
                        "eku=serverAuth",
                        "-validity",
                        Integer.toString(TEN_YEARS),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        made.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool could not make one: " + said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("making one was interrupted", interrupted);
        }
    }

    private static GateCertificate read(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        if (!(store.getCertificate("gate") instanceof X509Certificate certificate)) {
            throw new GeneralSecurityException("there is none in it");
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new GateCertificate(context, certificate);
    }

    /// SHA-256 of the certificate as mail programs show it: `AB:CD:…`.
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// The certificate itself, for mail programs that want a file.
    public X509Certificate certificate() {
        return certificate;
    }

    /// The connection over TLS, before the handshake. What was read of it already is not part of it.
    SSLSocket toward(Socket mailProgram) throws IOException {
        var secured =
                (SSLSocket) context.getSocketFactory().createSocket(mailProgram, null, mailProgram.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }
}
