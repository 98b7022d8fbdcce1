package org.nocontact.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.nocontact.core.Topic;
import org.nocontact.reading.Draft;
import org.nocontact.reading.MessageReader;
import org.nocontact.reading.OutLabel;
import org.nocontact.reading.Remark;

/// A draft that was looked at: is it brief, informative, friendly and firm (BIFF, after Bill Eddy), and which
/// words could be calmer.
///
/// @param whole whether all of it was read
public record CheckedDraft(Draft draft, List<Note> notes, boolean whole) {
    /// In characters.
    private static final int READ = 4_000;

    private static final int SHOWN = 80;

    private static final Set<OutLabel> UNFRIENDLY = EnumSet.of(OutLabel.BLAME, OutLabel.GUILT);
    private static final Set<OutLabel> NOT_FIRM =
            EnumSet.of(OutLabel.BEGGING, OutLabel.PRESSURE, OutLabel.DECLARATION, OutLabel.FISHING);

    /// What words of the draft do.
    ///
    /// @param words the words; empty where it is about all of it
    public record Note(String words, String says, String calmer) {}

    static CheckedDraft of(MessageReader reader, String text, Set<Topic> topics, Locale language) {
        var whole = text.length() <= READ;
        var read = whole ? text : text.substring(0, READ);
        var draft = reader.readOut(read, topics.stream().map(Topic::word).collect(Collectors.toSet()));
        var notes = new LinkedHashMap<String, Note>();
        for (var remark : draft.remarks()) {
            notes.putIfAbsent(remark.says(), note(remark, read, language));
        }
        return new CheckedDraft(draft, List.copyOf(notes.values()), whole);
    }

    private static Note note(Remark remark, String text, Locale language) {
        var end = Math.min(remark.at().end(), text.length());
        var isAboutAll = remark.at().start() == 0 && end == text.length();
        var words = isAboutAll ? "" : text.substring(remark.at().start(), end);
        return new Note(org.nocontact.web.Note.shortened(words, SHOWN), remark.says(language), remark.calmer());
    }

    public boolean brief() {
        return whole
                && draft.remarks().stream()
                        .noneMatch(remark -> remark.at().why().equals("brief"));
    }

    public boolean informative() {
        return draft.labels().contains(OutLabel.PRACTICAL) && !draft.labels().contains(OutLabel.OFF_TOPIC);
    }

    public boolean friendly() {
        return draft.labels().stream().noneMatch(UNFRIENDLY::contains);
    }

    public boolean firm() {
        return draft.labels().stream().noneMatch(NOT_FIRM::contains)
                && draft.remarks().stream()
                        .noneMatch(remark -> remark.at().why().equals("firm"));
    }
}
