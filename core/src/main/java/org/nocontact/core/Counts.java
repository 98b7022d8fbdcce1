package org.nocontact.core;

/// How often things happened, over the whole time.
///
/// @param held attempts that were held
/// @param allowed attempts that a clause of the rule allowed, emergencies apart
/// @param letters unsent letters, held or written on purpose, burned ones included
public record Counts(int held, int allowed, int emergencies, int letters, int burned, int slips, int reachOuts) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    Counts withHeld(boolean letter) {
        return new Counts(held + 1, allowed, emergencies, letter ? letters + 1 : letters, burned, slips, reachOuts);
    }

    Counts withAllowed() {
        return new Counts(held, allowed + 1, emergencies, letters, burned, slips, reachOuts);
    }

    Counts withEmergency() {
        return new Counts(held, allowed, emergencies + 1, letters, burned, slips, reachOuts);
    }

    Counts withoutAllowed() {
        return new Counts(held, allowed - 1, emergencies, letters, burned, slips, reachOuts);
    }

    Counts withoutEmergency() {
        return new Counts(held, allowed, emergencies - 1, letters, burned, slips, reachOuts);
    }

    Counts withLetter() {
        return new Counts(held, allowed, emergencies, letters + 1, burned, slips, reachOuts);
    }

    Counts withBurned() {
        return new Counts(held, allowed, emergencies, letters, burned + 1, slips, reachOuts);
    }

    Counts withSlip() {
        return new Counts(held, allowed, emergencies, letters, burned, slips + 1, reachOuts);
    }

    Counts withReachOut() {
        return new Counts(held, allowed, emergencies, letters, burned, slips, reachOuts + 1);
    }
}
