package org.nocontact.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// What a person would read of a message in HTML: no markup, no images, nothing fetched, links by their words.
final class HtmlText implements NodeVisitor {
    private static final int LONGEST = 300_000;

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        var document = Jsoup.parse(html.length() <= LONGEST ? html : html.substring(0, LONGEST));
        document.select("script, style, head, template, noscript").remove();
        var reader = new HtmlText();
        document.traverse(reader);
        return reader.text
                .toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            text.append('\n');
        }
    }
}
