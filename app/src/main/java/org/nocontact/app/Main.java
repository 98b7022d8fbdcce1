package org.nocontact.app;

/// Starts NoContact.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("NoContact");
    }
}
