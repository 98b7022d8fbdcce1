package org.nocontact.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.nocontact.core.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Asks a provider which servers it has, in the way of Thunderbird's autoconfiguration
/// (<https://wiki.mozilla.org/Thunderbird:Autoconfiguration>). Only the domain is told to it, and only where it is
/// itself:
/// no database of somebody else is asked.
final class Autoconfig {
    private static final Logger LOG = LoggerFactory.getLogger(Autoconfig.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LARGEST = 200_000;

    private final Function<String, List<URI>> places;

    Autoconfig() {
        this(domain -> List.of(
                URI.create("https://autoconfig." + domain + "/mail/config-v1.1.xml"),
                URI.create("https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml")));
    }

    /// @param places where a domain's configuration may lie, likeliest first
    Autoconfig(Function<String, List<URI>> places) {
        this.places = places;
    }

    /// Empty when the provider says nothing, or nothing that can be used.
    Optional<Found> find(String local, String domain) throws InterruptedException {
        // It follows redirections, and never one out of the encryption.
        try (var client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (var place : places.apply(domain)) {
                var found = ask(client, place).flatMap(xml -> read(xml, local, domain, place));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> ask(HttpClient client, URI place) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var in = response.body()) {
                var xml = in.readNBytes(LARGEST + 1);
                return response.statusCode() == 200 && xml.length <= LARGEST ? Optional.of(xml) : Optional.empty();
            }
        } catch (IOException silence) {
            LOG.debug("No configuration at {}", place, silence);
            return Optional.empty();
        }
    }

    private static Optional<Found> read(byte[] xml, String local, String domain, URI place) {
        try {
            var document = parse(xml);
            var smtp = server(document, "outgoingServer", "smtp");
            var imap = server(document, "incomingServer", "imap");
            if (smtp == null) {
                return Optional.empty();
            }
            var user = imap == null
                    ? ""
                    : text(imap.element, "username")
                            .replace("%EMAILADDRESS%", local + "@" + domain)
                            .replace("%EMAILLOCALPART%", local)
                            .replace("%EMAILDOMAIN%", domain);
            var signIn = imap != null && isOAuthOnly(imap.element) ? Found.SignIn.OAUTH : Found.SignIn.PASSWORD;
            return Optional.of(new Found(
                    smtp.server,
                    imap == null ? null : imap.server,
                    null,
                    user,
                    signIn,
                    "https://" + place.getAuthority()));
        } catch (IOException | SAXException | ParserConfigurationException | Invalid unusable) {
            LOG.debug("No usable configuration at {}", place, unusable);
            return Optional.empty();
        }
    }

    /// Without any definition of a document type: no entity is made or fetched.
    private static Document parse(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(xml));
    }

    private record Described(MailServer server, Element element) {}

    /// The first server of the kind that encrypts; null when there is none.
    private static @Nullable Described server(Document document, String tag, String type) {
        var elements = document.getElementsByTagName(tag);
        for (var i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            var tls = switch (text(element, "socketType")) {
                case "SSL" -> TlsMode.TLS;
                case "STARTTLS" -> TlsMode.STARTTLS;
                default -> null;
            };
            if (element.getAttribute("type").equals(type) && tls != null) {
                var server = MailServer.parse(text(element, "hostname") + ":" + text(element, "port"), tls);
                return new Described(server, element);
            }
        }
        return null;
    }

    private static boolean isOAuthOnly(Element server) {
        var ways = server.getElementsByTagName("authentication");
        for (var i = 0; i < ways.getLength(); i++) {
            if (!ways.item(i).getTextContent().strip().equals("OAuth2")) {
                return false;
            }
        }
        return ways.getLength() > 0;
    }

    private static String text(Element within, String tag) {
        var found = within.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
