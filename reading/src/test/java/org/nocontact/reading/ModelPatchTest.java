package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPatchTest {
    private static final byte[] ORIGINAL = bytes("weights: 1234, bias: 55, end");
    private static final byte[] TUNED = bytes("weights: 1934, bias: 75, end");
    private static final ModelPatch PATCH = ModelPatch.to(
            TUNED, List.of(new ModelPatch.Change(10, new byte[] {7, 0}), new ModelPatch.Change(21, new byte[] {2, 0})));

    @Test
    void makesTheTunedModelOfTheOriginal() throws IOException {
        var out = new ByteArrayOutputStream();

        stored(PATCH).apply(new ByteArrayInputStream(ORIGINAL), out);

        assertThat(out.toByteArray()).isEqualTo(TUNED);
        assertThat(PATCH.made(new ByteArrayInputStream(out.toByteArray()))).isTrue();
        assertThat(PATCH.made(new ByteArrayInputStream(ORIGINAL))).isFalse();
    }

    @Test
    void refusesAnotherModel() {
        var other = ORIGINAL.clone();
        other[0]++;

        assertThatThrownBy(() -> PATCH.apply(new ByteArrayInputStream(other), new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the one");
        assertThatThrownBy(() -> PATCH.apply(new ByteArrayInputStream(bytes("short")), new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("shorter");
    }

    private static ModelPatch stored(ModelPatch patch) throws IOException {
        var file = new ByteArrayOutputStream();
        patch.store(file);
        return ModelPatch.read(new ByteArrayInputStream(file.toByteArray()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
