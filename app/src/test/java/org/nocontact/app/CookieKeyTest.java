package org.nocontact.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CookieKeyTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        var key = CookieKey.in(folder);

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(CookieKey.in(folder)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cookie.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isMadeAnewWhenItIsForgottenOrCutOff() throws IOException {
        var key = CookieKey.in(folder);
        CookieKey.forget(folder);
        var second = CookieKey.in(folder);
        Files.write(folder.resolve("cookie.key"), new byte[5]);

        assertThat(second).isNotEqualTo(key);
        assertThat(CookieKey.in(folder)).hasSize(32).isNotEqualTo(second);
    }

    @Test
    void saysWhereItCouldNotBeMade() {
        assertThatThrownBy(() -> CookieKey.in(folder.resolve("missing")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(folder.resolve("missing").toString());
    }
}
