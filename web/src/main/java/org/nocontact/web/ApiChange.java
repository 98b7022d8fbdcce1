package org.nocontact.web;

import java.util.List;
import org.nocontact.core.Change;
import org.nocontact.core.Change.AddGoBetween;
import org.nocontact.core.Change.AddWay;
import org.nocontact.core.Change.BeginPractice;
import org.nocontact.core.Change.DropTopic;
import org.nocontact.core.Change.EndPractice;
import org.nocontact.core.Change.HoldAct;
import org.nocontact.core.Change.LeaveAct;
import org.nocontact.core.Change.LengthenCoolingOff;
import org.nocontact.core.Change.LengthenReplyPause;
import org.nocontact.core.Change.OpenTopic;
import org.nocontact.core.Change.RemoveGoBetween;
import org.nocontact.core.Change.RemoveGoBetweenWay;
import org.nocontact.core.Change.RemoveWay;
import org.nocontact.core.Change.Rename;
import org.nocontact.core.Change.ShortenCoolingOff;
import org.nocontact.core.Change.ShortenReplyPause;

/// One step from a rule to another.
///
/// @param is what it does, such as `add-way`; stable
/// @param what the same in one plain sentence
record ApiChange(String is, String what) {

    static List<ApiChange> all(List<Change> changes, Texts t) {
        return changes.stream().map(change -> from(change, t)).toList();
    }

    static ApiChange of(String is, Texts t, Object... values) {
        return new ApiChange(is, t.say("api.change." + is, values));
    }

    private static ApiChange from(Change change, Texts t) {
        return switch (change) {
            case Rename(var name) -> of("rename", t, name);
            case AddWay(var way) -> of("add-way", t, way.written());
            case RemoveWay(var handle) -> of("remove-way", t, handle.shown());
            case AddGoBetween(var goBetween) -> of("add-go-between", t, goBetween.name());
            case RemoveGoBetween(var name) -> of("remove-go-between", t, name);
            case RemoveGoBetweenWay(var name, var handle) -> of("remove-go-between-way", t, handle.shown(), name);
            case HoldAct(var act) -> of("hold-act", t, act.word());
            case LeaveAct(var act) -> of("leave-act", t, act.word());
            case OpenTopic(var topic) -> of("open-topic", t, topic.word());
            case DropTopic(var topic) -> of("drop-topic", t, topic.word());
            case LengthenCoolingOff(var to) -> of("lengthen-cooling-off", t, t.duration(to));
            case ShortenCoolingOff(var to) -> of("shorten-cooling-off", t, t.duration(to));
            case LengthenReplyPause(var to) -> of("lengthen-reply-pause", t, t.duration(to));
            case ShortenReplyPause(var to) -> of("shorten-reply-pause", t, t.duration(to));
            case BeginPractice() -> of("begin-practice", t);
            case EndPractice() -> of("end-practice", t);
        };
    }
}
