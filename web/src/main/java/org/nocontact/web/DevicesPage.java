package org.nocontact.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Lets devices ask the gate, and takes that away again. A token is shown once; only its hash is kept.
final class DevicesPage implements Routes {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 100;

    private final SettingsPage settingsPage;
    private final Sessions sessions;

    DevicesPage(SettingsPage settingsPage, Sessions sessions) {
        this.settingsPage = settingsPage;
        this.sessions = sessions;
    }

    @Override
    public void on(RoutesConfig routes) {
        routes.post("/settings/devices", this::add);
        routes.post("/settings/devices/remove", DevicesPage::remove);
    }

    private void add(Context ctx) {
        var visit = Visit.of(ctx);
        var form = new Form(visit);
        var name = form.name("device");
        if (name.length() > LONGEST_NAME) {
            form.wrong("device", "form.too-long", LONGEST_NAME);
        }
        var devices = visit.keeper().look((story, _) -> story.devices());
        if (devices.stream().anyMatch(device -> device.name().equalsIgnoreCase(name))) {
            form.wrong("device", "settings.device.taken");
        }
        if (devices.size() >= MOST) {
            form.wrong("device", "settings.device.most", MOST);
        }
        if (!form.isRight()) {
            settingsPage.showAgain(visit, form);
            return;
        }
        var token = sessions.random();
        visit.keeper().addDevice(name, Sessions.sha256(token));
        settingsPage.showDone(visit, visit.t().say("settings.device.added", name), token);
    }

    private static void remove(Context ctx) {
        var visit = Visit.of(ctx);
        var device = visit.field("device");
        if (device.matches("\\d{1,18}")) {
            visit.keeper().removeDevice(Long.parseLong(device));
        }
        visit.goOn("/settings#devices");
    }
}
