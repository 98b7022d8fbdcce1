package org.nocontact.core;

/// A person's name as it stands in a contact list: for people through whom contact could run, and for chats that
/// show nothing else. Names are equal whatever their letter case, width and spacing; diacritics count.
public record PersonName(String name) implements Handle {
    static final int LONGEST = 200;

    /// @throws IllegalArgumentException when nothing is left of the name, it has a control character or is longer
    /// than 200 characters
    public PersonName {
        if (name.length() > LONGEST || Spelling.hasControl(name)) {
            throw new IllegalArgumentException("Not a name of at most " + LONGEST + " characters on one line");
        }
        name = Spelling.fold(name).strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An empty name");
        }
    }

    @Override
    public String canonical() {
        return "name:" + name;
    }

    @Override
    public String shown() {
        return name;
    }
}
