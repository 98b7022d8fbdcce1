package org.nocontact.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// One way to reach somebody: the handle, and how the person wrote it down.
public record Way(Handle handle, String written) {
    private static final int LONGEST = 2_000;

    public Way {
        written = written.strip();
        InvalidRule.unless(
                written.length() <= LONGEST && written.chars().noneMatch(Character::isISOControl),
                "A way to reach somebody has to be one line of at most 2,000 characters.");
    }

    /// The ways without those whose handle an earlier one has.
    static List<Way> distinct(Collection<Way> ways) {
        var byHandle = LinkedHashMap.<Handle, Way>newLinkedHashMap(ways.size());
        ways.forEach(way -> byHandle.putIfAbsent(way.handle(), way));
        return List.copyOf(byHandle.values());
    }
}
