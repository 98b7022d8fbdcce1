package org.nocontact.core;

import java.util.List;
import java.util.Set;

/// The words, English and German, that [PassingOn] goes by.
final class PassingOnWords {
    /// What is done to somebody: "tell him", "sag ihm".
    static final Set<String> TELL = words("""
            tell ask give show text message remind greet call ring phone hand write send email mail beg convince persuade
            hug kiss invite forward pass slip read bring inform contact
            sag sage sagst frag frage fragst gib gibst zeig zeige zeigst richt richte richtest grüß grüße grüsse gruess
            gruesse schreib schreibe schreibst erinner erinnere erzähl erzähle erzählst ruf rufe rufst schick schicke
            schickst bestell bestelle bestellst übermittle bring bringe bringst teil teile teilst""");

    /// What goes to somebody: "say hi to him", "leite das an ihn weiter".
    static final Set<String> SEND = words("""
            say pass forward give hand send relay mention show write deliver read speak talk explain bring take convey
            repeat get reach telling saying passing forwarding giving
            grüß grüße grüsse gruß gruss gruesse schreib schreibe schick schicke gib gebe leit leite leitest rede red
            redest sprich sprichst meld melde sag sage ruf bring bringe""");

    static final Set<String> LET = words("let lass lasse");
    static final Set<String> KNOW = words("know have see read hear wissen sehen lesen hören haben");
    static final Set<String> ASK = words("ask frag frage fragst");
    static final Set<String> WHETHER = words("if whether ob");
    static final Set<String> HE = words("he she they er sie");

    static final Set<String> PRONOUNS = words("him her them ihm ihn ihr");
    static final Set<String> ME = words("me us you mir mich uns ich wir myself");
    static final Set<String> TO = words("to onto with an mit bei zu");

    /// Words that can stand between the verb and whom it reaches.
    static final Set<String> FILLERS = words("""
            my our the dear poor old please bitte doch mal einfach auch noch dem der den lieben meinem du halt schnell
            kurz viele liebe schöne einen einmal gruß grüße das es""");

    static final Set<String> NOTHING = words("nichts nix nicht kein keine keinen nothing");

    static final Set<String> CAN_YOU = words("""
            kannst könntest koenntest würdest wuerdest magst möchtest willst wirst sollst solltest musst müsstest
            kannste könnt könntet würdet""");

    static final Set<String> INFINITIVES = words("""
            sagen fragen geben zeigen ausrichten grüßen grüssen schreiben weiterleiten weitergeben weitersagen erinnern
            erzählen anrufen schicken bestellen übermitteln bringen reden sprechen melden mitteilen anschreiben bitten
            überreden überzeugen wissen texten mailen""");

    /// Words between the subject and its verb.
    static final Set<String> SOFTENERS = words("please just also maybe really even kindly bitte doch mal always still");

    static final Set<String> AND = words("and or but then so und oder aber dann");

    /// Subjects other than the reader.
    static final Set<String> OTHERS = words("""
            i we he she they it who nobody everybody everyone me us i'd i'll i've we'd we'll he'd he'll she'd she'll
            they'd they'll let's ich wir er sie es man wer""");

    static final Set<String> NEVER = words("""
            don't dont didn't doesn't won't wouldn't can't cannot couldn't shouldn't never gonna wanna nicht nie niemals
            soll sollte""");

    static final Set<String> MODALS = words("can could would should will must might may shall did do");

    /// "Did you tell him?" asks for news.
    static final Set<String> DID = words("did didn't do does when whenever what that have had before after was as");

    static final Set<String> REMEMBER = words("remember forget sure you");

    static final Set<String> NOUNS = words("""
            call text message show hand pass say mail email ring hug kiss phone read slip contact reach take talk frage
            rede teile ruf bitte""");

    static final Set<String> DETERMINERS = words("""
            a an the my his her their our your this that no any every last first one another die eine meine keine diese
            seine ihre ne""");

    /// What a person's name for the ex may begin with, and what names nobody.
    static final Set<String> NO_NAME = words("""
            the my a an ex mr mrs ms dr der die das mein meine meinem herr frau dem den von van de la el your his her
            him them not don't do never you me""");

    private PassingOnWords() {}

    private static Set<String> words(String all) {
        return Set.copyOf(List.of(all.strip().split("\\s+")));
    }
}
