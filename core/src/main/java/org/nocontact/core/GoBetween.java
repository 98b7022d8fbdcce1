package org.nocontact.core;

import java.util.List;

/// Someone through whom contact could run, with the ways to reach them that the person gave.
public record GoBetween(String name, List<Way> ways) {
    public GoBetween {
        name = name.strip();
        ways = List.copyOf(ways);
        if (name.isEmpty() || name.length() > PersonName.LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRule("A go-between needs a name of one line and at most 200 characters.");
        }
    }
}
