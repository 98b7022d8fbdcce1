package org.nocontact.web;

import java.util.List;
import org.nocontact.core.Change;
import org.nocontact.core.Loosening;

/// Says a change or a loosening in plain words that follow "You asked to" or a colon, such as "stop holding texts".
public record ChangeWords(Texts t) {
    private static final int MOST = 5;

    /// The first changes, and how many more there are.
    public String say(List<Change> changes) {
        var first = t.list(changes.stream().limit(MOST).map(this::say).toList());
        var more = changes.size() - MOST;
        return more > 0 ? t.say("change.more", first, more) : first;
    }

    public String say(Change change) {
        return switch (change) {
            case Change.Rename(var name) -> t.say("change.rename", name);
            case Change.AddWay(var way) -> t.say("change.add-way", way.written());
            case Change.RemoveWay(var handle) -> t.say("change.remove-way", handle.shown());
            case Change.AddGoBetween(var goBetween) -> t.say("change.add-go-between", goBetween.name());
            case Change.RemoveGoBetween(var name) -> t.say("change.remove-go-between", name);
            case Change.RemoveGoBetweenWay(var name, var handle) ->
                t.say("change.remove-go-between-way", handle.shown(), name);
            case Change.HoldAct(var act) -> t.say("change.hold-act", t.say("act." + act.word()));
            case Change.LeaveAct(var act) -> t.say("change.leave-act", t.say("act." + act.word()));
            case Change.OpenTopic(var topic) -> t.say("change.open-topic", t.say("topic." + topic.word()));
            case Change.DropTopic(var topic) -> t.say("change.drop-topic", t.say("topic." + topic.word()));
            case Change.LengthenCoolingOff(var to) -> t.say("change.lengthen-cooling-off", t.duration(to));
            case Change.ShortenCoolingOff(var to) -> t.say("change.shorten-cooling-off", t.duration(to));
            case Change.LengthenReplyPause(var to) -> t.say("change.lengthen-reply-pause", t.duration(to));
            case Change.ShortenReplyPause(var to) ->
                to.isZero() ? t.say("change.no-reply-pause") : t.say("change.shorten-reply-pause", t.duration(to));
            case Change.EndPractice() -> t.say("change.end-practice");
            case Change.BeginPractice() -> t.say("change.begin-practice");
        };
    }

    public String say(Loosening loosening) {
        return switch (loosening) {
            case Loosening.ChangeRule(var changes) -> say(changes);
            case Loosening.EndRule() -> t.say("change.end-rule");
            case Loosening.Release _ -> t.say("change.release");
        };
    }
}
