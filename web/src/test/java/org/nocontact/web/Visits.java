package org.nocontact.web;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.junit.jupiter.api.AfterEach;
import org.nocontact.core.Device;
import org.nocontact.core.NoteKind;
import org.nocontact.core.Now;
import org.nocontact.core.Pending;
import org.nocontact.core.Rule;
import org.nocontact.core.TurnedClock;

/// The ground of tests that send forms as they please: a site on a clock to turn, and somebody who is signed in.
abstract class Visits {
    final TurnedClock clock = new TurnedClock();
    final TrialSite site = new TrialSite(clock, 0);
    Visitor visitor = Visitor.to(site);

    /// An answer as it came, redirects not followed.
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// Where it sends on to.
        String leadsTo() {
            return header("Location");
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    Answer get(String path) {
        return new Answer(visitor.get(path));
    }

    /// Sends a form with its token.
    ///
    /// @param fields names and values in turn
    Answer post(String path, String... fields) {
        var form = new ArrayList<KeyVal>();
        form.add(field(
                "csrf",
                Jsoup.parse(get("/settings/erase").body())
                        .select("main [name=csrf]")
                        .attr("value")));
        for (var index = 0; index < fields.length; index += 2) {
            form.add(field(fields[index], fields[index + 1]));
        }
        return new Answer(visitor.post(path, form));
    }

    static KeyVal field(String name, String value) {
        return HttpConnection.KeyVal.create(name, value);
    }

    Rule rule() {
        return site.keeper.look((story, _) -> story.rule().orElseThrow().rule());
    }

    boolean hasRule() {
        return site.keeper.look((story, _) -> story.rule().isPresent());
    }

    List<Pending> pending() {
        return site.keeper.look((story, now) -> story.pending(now.trusted()));
    }

    Collection<Device> devices() {
        return site.keeper.look((story, _) -> story.devices());
    }

    LocalDate countedFrom() {
        return site.keeper.look((story, _) -> story.countedFrom().orElseThrow());
    }

    Now now() {
        return site.keeper.look((_, now) -> now);
    }

    List<String> notes(NoteKind kind) {
        return Note.all(site.keeper, kind).stream().map(Note::text).toList();
    }
}
