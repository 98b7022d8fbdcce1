package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeeperNotesTest {
    private static final String HASH = "ab".repeat(32);

    private final Scene scene = Scene.with(Rules.noContact());
    private final Keeper keeper = scene.keeper;

    @Test
    void keepsNotesInTheirOrderAndEachOnce() {
        var sleep = keeper.addNote(NoteKind.REASON, Words.text("I sleep again"));
        var friends = keeper.addNote(NoteKind.REASON, Words.text("my friends"));
        assertThat(keeper.addNote(NoteKind.REASON, Words.text("I sleep again"))).isEqualTo(sleep);
        assertThat(keeper.addNote(NoteKind.ACTIVITY, Words.text("I sleep again")))
                .isNotEqualTo(sleep);
        assertThat(scene.story().notes(NoteKind.REASON)).containsExactly(sleep, friends);
    }

    @Test
    void takesANoteAway() {
        var note = keeper.addNote(NoteKind.PLACE, Words.text("the gym"));
        assertThat(keeper.removeNote(note)).isTrue();
        assertThat(keeper.removeNote(note)).isFalse();
        assertThat(keeper.addNote(NoteKind.PLACE, Words.text("the gym"))).isNotEqualTo(note);
    }

    @Test
    void boundsNotes() {
        assertRefuses(() -> keeper.addNote(NoteKind.REASON, Words.NONE));
        for (var i = 0; i < 500; i++) {
            keeper.addNote(NoteKind.REASON, Words.text("reason " + i));
        }
        assertRefuses(() -> keeper.addNote(NoteKind.EXIT, Words.text("one more")));
    }

    @Test
    void setsAndTakesBackSettings() {
        keeper.set(Map.of("theme", "dark", "lang", "de"));
        keeper.set(Map.of("theme", ""));
        assertThat(scene.story().settings()).isEqualTo(Map.of("lang", "de"));
    }

    @Test
    void livesInTheZoneThatThePersonSet() {
        keeper.set(Map.of(Keeper.ZONE, "Asia/Tokyo"));
        scene.passes(Duration.ofHours(5));
        assertThat(scene.today()).isEqualTo(Scene.TODAY.plusDays(1));
        assertRefuses(() -> keeper.set(Map.of(Keeper.ZONE, "Mars/Olympus")));
        assertRefuses(() -> keeper.set(Map.of(Keeper.ZONE, "../../etc")));
    }

    @Test
    void boundsSettings() {
        assertRefuses(() -> keeper.set(Map.of("", "x")));
        assertRefuses(() -> keeper.set(Map.of("a\nb", "x")));
        assertRefuses(() -> keeper.set(Map.of("x".repeat(101), "x")));
        assertRefuses(() -> keeper.set(Map.of("x", "x".repeat(10_001))));
        var many = new HashMap<String, String>();
        for (var i = 0; i < 200; i++) {
            many.put("setting" + i, "x");
        }
        keeper.set(many);
        keeper.set(many);
        assertRefuses(() -> keeper.set(Map.of("one.more", "x")));
    }

    @Test
    void remembersWhenADeviceAskedOnceADay() {
        var phone = keeper.addDevice("phone", HASH);
        var device = scene.story().devices().iterator().next();
        keeper.see(device);
        keeper.see(device);
        assertThat(scene.events(Event.DeviceSeen.class)).hasSize(1);
        scene.passes(Duration.ofDays(1));
        keeper.see(device);
        assertThat(scene.story().devices()).containsExactly(new Device(phone, "phone", HASH, Scene.TODAY.plusDays(1)));
        assertThat(keeper.removeDevice(phone)).isTrue();
        assertThat(keeper.removeDevice(phone)).isFalse();
        var last = scene.ledger.last(Account.ME);
        keeper.see(device);
        assertThat(scene.ledger.last(Account.ME)).isEqualTo(last);
    }

    @Test
    void boundsDevices() {
        assertRefuses(() -> keeper.addDevice(" ", HASH));
        assertRefuses(() -> keeper.addDevice("a\u0000", HASH));
        assertThatThrownBy(() -> keeper.addDevice("phone", "the token")).isInstanceOf(IllegalArgumentException.class);
        for (var i = 0; i < 100; i++) {
            keeper.addDevice("phone", HASH);
        }
        assertRefuses(() -> keeper.addDevice("phone", HASH));
    }

    private static void assertRefuses(ThrowingCallable wrong) {
        assertThatThrownBy(wrong).isInstanceOf(Invalid.class).hasMessageEndingWith(".");
    }
}
