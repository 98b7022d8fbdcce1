package org.nocontact.web;

import java.net.URI;

/// What surrounds every page.
///
/// @param place the entry of the menu that is marked
/// @param theme `dark`, `light`, or empty for the system's
/// @param practice whether the rule only says what it would have held
public record Frame(
        Texts t,
        String title,
        String place,
        String product,
        String formToken,
        String theme,
        URI leave,
        boolean signedIn,
        boolean hasRule,
        boolean practice) {

    /// The address of a file, which changes with what is in it.
    public String file(String name) {
        return StaticFiles.address(name);
    }
}
