package org.nocontact.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The large providers, from a table that comes with the program: no question leaves the machine.
final class ProviderTable {
    private static final int COLUMNS = 8;

    private final Map<String, String[]> rows = new HashMap<>();

    private ProviderTable() {}

    static ProviderTable load() {
        var table = new ProviderTable();
        var file = Objects.requireNonNull(ProviderTable.class.getResourceAsStream("providers.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return table;
    }

    private void add(String line) {
        var row = line.split("\t");
        if (row.length != COLUMNS) {
            throw new IllegalStateException("A row of providers.tsv has " + row.length + " columns: " + line);
        }
        Arrays.stream(row[0].split(",")).forEach(domain -> rows.put(domain, row));
    }

    Map<String, String[]> rows() {
        return Map.copyOf(rows);
    }

    /// @param local the part of the address before the `@`
    /// @param domain in lower case
    Optional<Found> find(String local, String domain) {
        return Optional.ofNullable(rows.get(domain)).map(row -> {
            var smtp = Objects.requireNonNull(server(row[1]), "Everybody sends.");
            var user = row[4].equals("local") ? local : local + "@" + domain;
            var signIn = Found.SignIn.of(row[5]).orElseThrow();
            return new Found(smtp, server(row[2]), server(row[3]), user, signIn, row[6] + ", " + row[7]);
        });
    }

    private static @Nullable MailServer server(String cell) {
        int tls = cell.lastIndexOf(':');
        return cell.equals("-")
                ? null
                : MailServer.parse(
                        cell.substring(0, tls),
                        TlsMode.of(cell.substring(tls + 1)).orElseThrow());
    }
}
