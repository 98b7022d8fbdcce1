package org.nocontact.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassingOnTest {
    private final PassingOn toDaniel = of("Daniel Weber");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tell him I'm sorry.",
                "Please tell Daniel that I still think of him",
                "can you tell him I miss him?",
                "Could you please ask Daniel to ring me",
                "Hey Mia, if you see him tonight, tell him hi",
                "When you see him tell him that I waited",
                "say hi to Daniel from me!",
                "Pass this on to him, will you",
                "would you forward it to Daniel Weber",
                "give him this letter",
                "Give my love to Daniel",
                "let him know I was there",
                "and remind him of our day",
                "I'd like you to talk to him for me",
                "You should ask him what he feels",
                "Why don't you text him and ask",
                "would you mind telling him hello? no. just say hello to him",
                "don't forget to tell him about Saturday",
                "ask if he still thinks of me",
                "Show her the pictures, she’ll understand",
                "TELL DANIEL I LOVE HIM",
                "te\u200bll hi\u200dm I love him",
                "I love you all. tell daniel so",
                "Sag ihm, dass es mir leid tut",
                "Sag bitte Daniel, dass ich warte",
                "sagst du ihm liebe Grüße?",
                "Kannst du ihm sagen, dass ich an ihn denke?",
                "Könntest du Daniel bitte ausrichten, dass ich da bin",
                "Würdest du ihn von mir grüßen",
                "Liebe Grüße an Daniel!",
                "grüß ihn von mir",
                "Richte ihm bitte etwas aus",
                "Frag ihn doch mal, ob er noch sauer ist",
                "Frag, was los ist. Frag ob er kommt",
                "leite das an ihn weiter",
                "Schreib ihr, dass ich sie liebe",
                "Gib ihm den Brief",
                "Bitte ihn, sich zu melden",
                "Rede mit ihm, für mich",
                "Lass ihn wissen, wo ich bin",
                "Ruf ihn an und sag, dass ich hier bin",
            })
    void recognisesAPleaToCarryWord(String draft) {
        assertThat(toDaniel.isAskedIn(draft)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't tell you how much I miss him.",
                "Daniel and I broke up. Can you call me?",
                "Did you tell him?",
                "Please don't tell him I asked",
                "Don't tell Daniel anything, ok",
                "I want to call him so badly",
                "I almost texted him last night, and then I did not",
                "Let me tell you about Daniel",
                "Tell me what he said to you",
                "Tell me about him",
                "Should I call him? Tell me no",
                "I try to sleep and call him in my head",
                "He never let me ask him about her",
                "I will not write to him",
                "I'd give everything to be with him",
                "My last text to him was in May",
                "The call to Daniel went badly",
                "What did you say to him?",
                "she asked him out and he said yes",
                "Give me back what belongs to Daniel",
                "Daniel's sister says hello",
                "Shall we talk about Daniel or rather not?",
                "What would you say to someone like me?",
                "Tell your mother thanks for the cake",
                "The weather is nice, ask anyone",
                "I dreamt of him. Call me when you can.",
                "Ich kann dir nicht sagen, wie sehr er mir fehlt",
                "Ich will ihm schreiben, halt mich davon ab",
                "Soll ich ihm schreiben?",
                "Sag ihm bitte nichts davon",
                "Sag ihm nicht, dass ich gefragt habe",
                "Sag mir, wie es ihm geht",
                "Erzähl mir von ihm",
                "Hast du ihm etwas gesagt?",
                "Kannst du mir sagen, was ich ihm schreiben soll?",
                "Kannst du verstehen, dass ich ihn anrufen will?",
                "Ich habe Daniel gestern gesehen und musste weinen",
                "Er hat ihr geschrieben, sagt Lena",
                "Ich frage mich, ob er an mich denkt",
                "Was sagst du zu meinem neuen Rad?",
                "Grüß deine Mutter von mir",
                "",
            })
    void letsTalkAboutTheExPass(String draft) {
        assertThat(toDaniel.isAskedIn(draft)).isFalse();
    }

    @Test
    void takesANameThatHasOnlySymbols() {
        assertThat(of("💔").isAskedIn("Tell 💔 that I wait")).isTrue();
        assertThat(of("💔").isAskedIn("I feel like 💔 today, tell your sister hi"))
                .isFalse();
        assertThat(of("(.*)").isAskedIn("tell your mother hi")).isFalse();
        assertThat(of("***").isAskedIn("give *** a call")).isTrue();
        assertThat(of("...").isAskedIn("tell your mother hi")).isFalse();
        assertThat(of("...").isAskedIn("tell him hi")).isTrue();
    }

    @Test
    void takesANameLiterallyThatCouldBeAPattern() {
        assertThat(of("D\\E[a-z]+(").isAskedIn("tell anyone hi")).isFalse();
        assertThat(of("D. (work)").isAskedIn("tell d work hi")).isFalse();
        assertThat(of("A+B").isAskedIn("tell A+B hi")).isTrue();
    }

    @Test
    void doesNotTakeTheFirstWordOfANameThatIsNone() {
        assertThat(of("The Ex").isAskedIn("tell the others hi")).isFalse();
        assertThat(of("My love").isAskedIn("tell my mother hi")).isFalse();
        assertThat(of("My love").isAskedIn("tell my love hi")).isTrue();
        assertThat(of("Dr. Daniel Weber").isAskedIn("tell Daniel hi")).isTrue();
    }

    @Test
    void readsANameHoweverItsAccentsAreComposed() {
        assertThat(of("Zoë").isAskedIn("tell Zoe\u0308 hi")).isTrue();
        assertThat(of("Zoe\u0308").isAskedIn("tell ZOË hi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tell ",
                "tell the ",
                "a",
                "a ",
                "\u0301\u0323",
                "kannst du ",
                "and ",
                "tell my my my ",
                "say to to ",
                "'",
                "💔",
                "\uD83D",
                "give a a a a a a a a a a ",
                ", ",
                "."
            })
    void takesTimeInProportionToAHostileText(String part) {
        var hostile = part.repeat(20_000 / part.length());
        var passingOn = of("a ".repeat(99) + "a");
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> passingOn.isAskedIn(hostile));
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> passingOn.isAskedIn(hostile.repeat(50)));
    }

    @Test
    void readsEachNameThatTheExWasCalled() {
        var both = new PassingOn(List.of("Nobody", "daniel"));
        assertThat(both.isAskedIn("tell Daniel hi")).isTrue();
        assertThat(both.isAskedIn("tell nobody hi")).isTrue();
        assertThat(both.isAskedIn("tell Anna hi")).isFalse();
    }

    private static PassingOn of(String name) {
        return new PassingOn(List.of(name));
    }
}
