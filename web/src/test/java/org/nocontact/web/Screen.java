package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.parser.Parser;

/// A page as it was answered, whose HTML is sound: every [#of] checks that it parses without an error, that each id is
/// there once, that what refers to an id finds it, and that every control has a name.
record Screen(Visitor visitor, URI address, int status, Document html, String source) {

    static Screen of(Visitor visitor, URI address, HttpResponse<String> answer) {
        var parser = Parser.htmlParser().setTrackErrors(20);
        var html = parser.parseInput(answer.body(), "");
        var screen = new Screen(visitor, address, answer.statusCode(), html, answer.body());
        assertThat(parser.getErrors()).as("errors in the HTML of " + address).isEmpty();
        screen.checkIds();
        screen.checkNames();
        return screen;
    }

    /// All that can be read, without the menu.
    String text() {
        return main().text();
    }

    Element main() {
        return html.expectFirst("main");
    }

    List<String> all(String css) {
        return html.select(css).eachText();
    }

    Element one(String css) {
        assertThat(html.select(css)).as(css + " at " + address).hasSize(1);
        return html.expectFirst(css);
    }

    /// Fills in the form that the button belongs to and presses the button.
    ///
    /// @param fields name, value, name, value, …; the form has to have each of them
    Screen press(String button, String... fields) {
        var pressed = button(button);
        var form = (FormElement) pressed.closest("form");
        assertThat(form).as("the form of " + button).isNotNull();
        var values = new ArrayList<>(form.formData());
        for (var i = 0; i < fields.length; i += 2) {
            var name = fields[i];
            assertThat(form.select("[name=" + name + "]"))
                    .as("the field " + name)
                    .isNotEmpty();
            values.removeIf(value -> value.key().equals(name));
            values.add(HttpConnection.KeyVal.create(name, fields[i + 1]));
        }
        if (pressed.hasAttr("name")) {
            values.add(HttpConnection.KeyVal.create(pressed.attr("name"), pressed.attr("value")));
        }
        if (form.attr("method").equals("get")) {
            var query = new StringBuilder();
            values.forEach(value -> query.append(query.isEmpty() ? "?" : "&")
                    .append(value.key())
                    .append('=')
                    .append(java.net.URLEncoder.encode(value.value(), java.nio.charset.StandardCharsets.UTF_8)));
            var action = form.attr("action").split("#", 2);
            return visitor.open(action[0] + query + (action.length > 1 ? "#" + action[1] : ""));
        }
        return visitor.submit(pressed.hasAttr("formaction") ? pressed.attr("formaction") : form.attr("action"), values);
    }

    Screen follow(String link) {
        var found = html.select("a").stream()
                .filter(a -> a.text().equals(link))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link \"" + link + "\" in " + all("a")));
        return visitor.open(found.attr("href"));
    }

    boolean hasButton(String words) {
        return all("button").contains(words);
    }

    String field(String name) {
        var field = one("[name=" + name + "]");
        return field.tagName().equals("textarea") ? field.wholeText() : field.val();
    }

    /// What is said to be wrong with a field, which has to be marked and described by it.
    String error(String field) {
        var control = one("[name=" + field + "]");
        assertThat(control.attr("aria-invalid")).as("aria-invalid of " + field).isEqualTo("true");
        var described = control.attr("aria-describedby").split(" ");
        assertThat(described).contains(field + "-e");
        return one("#" + field + "-e").text();
    }

    private Element button(String words) {
        var found = html.select("button").stream()
                .filter(button -> button.text().equals(words))
                .toList();
        assertThat(found).as("\"" + words + "\" among " + all("button")).hasSize(1);
        return found.getFirst();
    }

    private void checkIds() {
        var ids = html.select("[id]").eachAttr("id");
        assertThat(ids).as("ids of " + address).doesNotHaveDuplicates();
        Map.of("for", "label", "aria-labelledby", "*", "aria-describedby", "*", "popovertarget", "button")
                .forEach((attribute, tag) -> html.select(tag + "[" + attribute + "]")
                        .forEach(element -> assertThat(ids)
                                .as(element.outerHtml())
                                .contains(element.attr(attribute).split(" "))));
        html.select("a[href^=#]")
                .forEach(link -> assertThat(ids)
                        .as(link.outerHtml())
                        .contains(link.attr("href").substring(1)));
        if (address.getFragment() != null) {
            assertThat(ids).as("where " + address + " goes").contains(address.getFragment());
        }
    }

    private void checkNames() {
        html.select("input:not([type=hidden]), textarea, select").forEach(control -> {
            var named = control.closest("label") != null
                    || !control.attr("aria-label").isBlank()
                    || !html.select("label[for=" + control.id() + "]").text().isBlank();
            assertThat(named).as("a label for " + control.outerHtml()).isTrue();
        });
    }
}
