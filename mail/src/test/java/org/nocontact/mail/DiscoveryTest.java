package org.nocontact.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private static final String CONFIGURATION = """
            <?xml version="1.0"?>
            <clientConfig version="1.1"><emailProvider id="mine.test">
            <incomingServer type="pop3"><hostname>pop.mine.test</hostname><port>995</port><socketType>SSL</socketType>
            <username>x</username></incomingServer>
            <incomingServer type="imap"><hostname>imap.mine.test</hostname><port>993</port><socketType>SSL</socketType>
            <authentication>password-cleartext</authentication><username>%EMAILLOCALPART%</username></incomingServer>
            <outgoingServer type="smtp"><hostname>plain.mine.test</hostname><port>25</port><socketType>plain</socketType>
            <username>x</username></outgoingServer>
            <outgoingServer type="smtp"><hostname>smtp.mine.test</hostname><port>587</port>
            <socketType>STARTTLS</socketType><username>x</username></outgoingServer>
            </emailProvider></clientConfig>
            """;

    private final List<String> asked = new ArrayList<>();
    private HttpServer web;
    private volatile String answer = CONFIGURATION;

    @BeforeEach
    void startWeb() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().startsWith("/none") ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stopWeb() {
        web.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me@gmail.com",
                "me@GMX.de",
                "me@web.de",
                "me@t-online.de",
                "me@icloud.com",
                "me@posteo.de",
                "me@mailbox.org",
                "me@yahoo.com",
                "me@outlook.com",
                "me@fastmail.com",
                "me@proton.me"
            })
    void knowsTheLargeOnesWithoutAskingAnybody(String address) throws Exception {
        var found = discovery().find(address).orElseThrow();
        assertThat(found.smtp().tls()).isNotEqualTo(TlsMode.NONE);
        assertThat(found.imap()).isNotNull();
        assertThat(asked).isEmpty();
        assertThat(found).isEqualTo(new Discovery().known(address).orElseThrow());
    }

    @Test
    void saysHowAProgramSignsIn() {
        var discovery = new Discovery();
        assertThat(discovery.known("me@outlook.com").orElseThrow().signIn()).isEqualTo(Found.SignIn.OAUTH);
        assertThat(discovery.known("me@gmail.com").orElseThrow().signIn()).isEqualTo(Found.SignIn.APP);
        assertThat(discovery.known("me@proton.me").orElseThrow().signIn()).isEqualTo(Found.SignIn.BRIDGE);
        assertThat(discovery.known("me@web.de").orElseThrow().user()).isEqualTo("me");
    }

    @Test
    void namesTheSourceAndTheDayOfEveryRow() {
        assertThat(ProviderTable.load().rows()).allSatisfy((domain, row) -> {
            assertThat(domain).matches("[a-z0-9.-]+\\.[a-z]+");
            assertThat(row[6]).contains(".");
            assertThat(LocalDate.parse(row[7])).isAfter(LocalDate.of(2026, 1, 1));
        });
    }

    @Test
    void asksTheProviderAndTakesOnlyWhatIsEncrypted() throws Exception {
        var found = discovery().find("me@mine.test").orElseThrow();
        assertThat(found.smtp()).isEqualTo(new MailServer("smtp.mine.test", 587, TlsMode.STARTTLS));
        assertThat(found.imap()).isEqualTo(new MailServer("imap.mine.test", 993, TlsMode.TLS));
        assertThat(found.user()).isEqualTo("me");
        assertThat(asked).containsExactly("/none/mine.test", "/mine.test").noneMatch(place -> place.contains("me@"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "not xml",
                "<clientConfig/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><clientConfig>&e;</clientConfig>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><clientConfig>&b;</clientConfig>",
                "<c><outgoingServer type='smtp'><hostname>a b</hostname><port>1</port><socketType>SSL</socketType></outgoingServer></c>",
                "<c><outgoingServer type='smtp'><hostname>a</hostname><port>0</port><socketType>SSL</socketType></outgoingServer></c>"
            })
    void takesNothingFromWhatCannotBeUsed(String said) throws Exception {
        answer = said;
        assertThat(discovery().find("me@mine.test")).isEmpty();
    }

    @Test
    void readsNoMoreThanAConfigurationCanBe() throws Exception {
        answer = "<clientConfig>" + " ".repeat(300_000)
                + CONFIGURATION.substring(CONFIGURATION.indexOf("<clientConfig"));
        assertThat(discovery().find("me@mine.test")).isEmpty();
    }

    @Test
    void asksDnsWhereTheProviderSaysNothing() throws Exception {
        answer = "";
        var names = Map.of(
                "_submission._tcp.mine.test", List.of("20 1 587 late.mine.test.", "10 1 587 smtp.mine.test."),
                "_imaps._tcp.mine.test", List.of("0 1 993 imap.mine.test."),
                "_submissions._tcp.mine.test", List.of("0 0 0 ."),
                "_sieve._tcp.mine.test", List.of("0 0 4190 sieve.mine.test.", "nonsense"));
        var found = discovery(name -> names.getOrDefault(name, List.of()))
                .find("me@mine.test")
                .orElseThrow();
        assertThat(found.smtp()).isEqualTo(new MailServer("smtp.mine.test", 587, TlsMode.STARTTLS));
        assertThat(found.imap()).isEqualTo(new MailServer("imap.mine.test", 993, TlsMode.TLS));
        assertThat(found.sieve()).isEqualTo(new MailServer("sieve.mine.test", 4190, TlsMode.STARTTLS));
        assertThat(found.source()).isEqualTo("DNS of mine.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "me", "@mine.test", "me@", "me@localhost", "me@a/b.test", "me@a..test", "me@mine.test:1"})
    void asksNobodyAboutWhatIsNoAddress(String address) throws Exception {
        assertThat(discovery().find(address)).isEmpty();
        assertThat(asked).isEmpty();
    }

    private Discovery discovery() {
        return discovery(_ -> List.of());
    }

    private Discovery discovery(ServiceRecords.Names names) {
        var base = "http://127.0.0.1:" + web.getAddress().getPort();
        return new Discovery(
                new Autoconfig(
                        domain -> List.of(URI.create(base + "/none/" + domain), URI.create(base + "/" + domain))),
                new ServiceRecords(names));
    }
}
