package org.nocontact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadingModelTest {
    private record Silent() implements Network {
        @Override
        public float[] scores(CharSequence text) {
            return new float[Scale.SCORES];
        }

        @Override
        public Scale scale() {
            return Scale.PLAIN;
        }
    }

    @Test
    void startsOnlyWhenItIsNeeded() {
        var model = new LoadingModel(Silent::new);

        assertThat(model.state()).isInstanceOf(ModelState.NotLoaded.class);
        assertThat(model.ready()).isEmpty();
    }

    @Test
    void answersByCuesAndSaysSoIfTheModelCannotCome() throws InterruptedException {
        var reader = Reader.with(new LoadingModel(() -> {
            throw new IOException("no such platform");
        }));

        assertThat(reader.await(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        ModelState.Unavailable.class,
                        state -> assertThat(state.why()).contains("no such platform"));
        assertThat(reader.readIn("I'm sorry I lied to you").cuesAlone()).isTrue();
        assertThat(reader.readOut("why won't you answer me", Set.of()).cuesAlone())
                .isTrue();
    }

    @Test
    void neverWaitsForTheModel() throws InterruptedException {
        var gate = new java.util.concurrent.CountDownLatch(1);
        var reader = Reader.with(new LoadingModel(() -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Silent();
        }));

        assertThat(reader.readIn("can you pick up Ella at 4").cuesAlone()).isTrue();
        assertThat(reader.state()).isInstanceOf(ModelState.Loading.class);
        gate.countDown();
        assertThat(reader.await(Duration.ofSeconds(10))).isInstanceOf(ModelState.Ready.class);
        assertThat(reader.readIn("can you pick up Ella at 4").cuesAlone()).isFalse();
    }
}
