package org.nocontact.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ManifestPageTest extends Visits {

    @Test
    void carriesTheNameThatThePersonGaveAndIconsThatAreThere() {
        site.keeper.set(Map.of("product", "Notes"));

        var answer = get("/manifest.webmanifest");
        var manifest = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(manifest.get("name").asString()).isEqualTo("Notes");
        assertThat(manifest.get("short_name").asString()).isEqualTo("Notes");
        assertThat(manifest.get("start_url").asString()).isEqualTo("/");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(manifest.get("icons"))
                .hasSize(2)
                .allSatisfy(icon -> assertThat(get(icon.get("src").asString()).header("Content-Type"))
                        .isEqualTo("image/png"));
    }

    @Test
    void saysNothingOfThePersonToStrangers() {
        site.keeper.set(Map.of("product", "Notes"));

        var stranger = Visitor.stranger(site, "en");
        assertThat(stranger.get("/manifest.webmanifest").body())
                .contains("NoContact")
                .doesNotContain("Notes");
    }
}
