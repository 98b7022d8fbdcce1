package org.nocontact.core;

/// Whose ledger it is: `me` where one person runs the program for themselves.
public record Account(String name) {
    public static final Account ME = new Account("me");

    public Account {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("Not an account name: " + name);
        }
    }
}
