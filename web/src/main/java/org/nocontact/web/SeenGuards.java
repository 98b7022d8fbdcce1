package org.nocontact.web;

import java.time.Duration;
import java.util.List;
import org.nocontact.core.Device;
import org.nocontact.core.Now;
import org.nocontact.core.Story;

/// Which guards were really seen in the last days, and about what they asked. A device asks, and what it does with the
/// answer is its own: it watches, and is never said to guard.
final class SeenGuards {
    private static final Duration RECENT = Duration.ofDays(7);

    private SeenGuards() {}

    static List<Coverage.Guard> of(Story story, Now now) {
        var since = now.at().minus(RECENT);
        return story.devices().stream()
                .filter(device -> wasSeen(device, now))
                .map(Device::name)
                .map(name -> new Coverage.Guard(null, name, story.askedAbout(name, since), Coverage.State.WATCHED))
                .toList();
    }

    private static boolean wasSeen(Device device, Now now) {
        return device.lastSeen() != null
                && !device.lastSeen().isBefore(now.day().minusDays(RECENT.toDays()));
    }
}
