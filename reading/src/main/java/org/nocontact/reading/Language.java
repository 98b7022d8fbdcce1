package org.nocontact.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a message is in English. Short ones pass, as two words are too few to tell, unless they hold a word
/// of danger in another language.
final class Language {
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    private static final int FEWEST = 4;
    private static final int MOST = 400;

    private static final Set<String> ENGLISH = words("""
            the a an and or but if of to in on at by for from with without about into out up down off over under again
            i me my you your we us our he him his she her it its they them their who what when where why how which this
            that these those is am are was were be been being do does did don't didn't have has had can can't could will
            won't would should may might must not no yes never always just only so very too more than then there here now
            today tomorrow tonight yesterday please thanks thank sorry hope love miss want need know think see get got
            going go come came back let tell said say ask call text ring one two all any some nothing something hey hi
            hello ok okay good happy still i'm you're it's that's i've i'll we're he's she's haha""");
    /// Without those that are English in another spelling: met, w for with, il for I’ll.
    private static final Set<String> OTHERS = words("""
            ich du er sie wir ihr und oder aber nicht ist bin bist sind das der den dem ein eine mit für auf zu
            von mir dir mich dich kein keine ja nein wenn weil wie was wo warum auch noch schon ohne kann will möchte
            je tu elle nous vous et ou mais ne pas est suis es sont le la les des une un dans pour avec que qui quoi
            moi toi mon ton ma ta sans plus jamais toujours veux peux merci
            yo él ella nosotros y pero no es soy eres son el los las una en por para con qué quien mi tu te me sin más
            nunca siempre quiero puedo gracias estoy está
            io lui lei noi voi e ma non è sono sei lo gli una nel per con che chi mio tuo senza più mai sempre
            voglio posso grazie
            eu ele ela nós você mas não é sou os uma em com quem meu teu seu sem mais nunca sempre quero posso obrigado
            ik jij hij zij wij en maar niet is ben zijn het een voor op van mij jou geen als waarom ook nog zonder
            jag du han hon vi och men inte är en ett med för på till mig dig ingen om varför utan
            ja ty on ona my i ale nie jest jestem są na z do mnie ciebie bez nigdy zawsze chcę mogę dziękuję
            ben sen biz ve ama değil bir için ile seni beni yok var neden""");

    private Language() {}

    static boolean isEnglish(String text) {
        int words = 0;
        int english = 0;
        int others = 0;
        int foreignScript = 0;
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words < MOST && matcher.find()) {
            var word = matcher.group();
            words++;
            english += ENGLISH.contains(word) ? 1 : 0;
            others += OTHERS.contains(word) && !ENGLISH.contains(word) ? 1 : 0;
            foreignScript += isLatin(word) ? 0 : 1;
        }
        if (foreignScript * 2 > words) {
            return false;
        }
        if (words < FEWEST) {
            return others == 0 || DangerAbroad.in(text, "").isEmpty();
        }
        return others < 2 ? others == 0 || english > 0 : others <= english;
    }

    private static boolean isLatin(String word) {
        return word.codePoints()
                .allMatch(c -> c == '\''
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.INHERITED);
    }

    private static Set<String> words(String list) {
        return Set.copyOf(java.util.Arrays.asList(list.strip().split("\\s+")).stream()
                .distinct()
                .toList());
    }
}
