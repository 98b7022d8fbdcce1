package org.nocontact.web;

import io.javalin.config.RoutesConfig;

/// A part of the site that answers some addresses.
interface Routes {
    void on(RoutesConfig routes);
}
