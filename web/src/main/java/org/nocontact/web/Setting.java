package org.nocontact.web;

import java.util.Locale;
import org.nocontact.core.Keeper;

/// What a person can set about the pages. Kept in the ledger by its key.
enum Setting {
    /// `en`, `de`; by the browser when it is not set.
    LANGUAGE,
    /// `dark`, `light`; by the system when it is not set.
    THEME,
    /// The address that *Leave* goes to.
    LEAVE,
    /// The name in titles, for people who need a neutral one.
    PRODUCT,
    /// Whose numbers to show under *I need help now*, as ISO 3166 code.
    COUNTRY,
    /// How many minutes to wait in the weak hour.
    WAIT;

    /// The key of the time zone, which the keeper reads too.
    static final String ZONE = Keeper.ZONE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
