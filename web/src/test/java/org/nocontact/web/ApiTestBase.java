package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.nocontact.core.TurnedClock;

/// A trial site with a device named phone, and a client that has its token.
abstract class ApiTestBase {
    static final String TOKEN = "a-token-of-a-phone";

    final TurnedClock clock = new TurnedClock();
    TrialSite trial;
    ApiClient phone;

    @BeforeEach
    void open() {
        trial = new TrialSite(clock, 0);
        trial.keeper.addDevice("phone", Sessions.sha256(TOKEN));
        phone = client(TOKEN);
    }

    @AfterEach
    void close() {
        phone.close();
        trial.close();
    }

    ApiClient client(String token) {
        return new ApiClient(trial.address(""), token);
    }

    void begin(String rule) {
        assertThat(phone.put("/api/v1/rule", rule).status()).isEqualTo(200);
    }
}
