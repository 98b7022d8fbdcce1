package org.nocontact.web;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.text.ListFormat;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of the pages in one language. A key is `page.name`; each page has a bundle of its own,
/// `texts/page.properties`.
///
/// Dates carry the weekday within two weeks and the year only when it differs; times are written as the language does.
public final class Texts {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<Locale, Texts> ALL = new ConcurrentHashMap<>();

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";
    private static final Pattern TURNING_MARKS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern TURNING =
            Pattern.compile(TURNING_MARKS + "|\\p{IsHebrew}|\\p{IsArabic}|\\p{IsSyriac}|\\p{IsThaana}|\\p{IsNko}");

    private final Locale locale;
    private final DateTimeFormatter time;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();

    private Texts(Locale locale) {
        this.locale = locale;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(timeLocale());
    }

    /// The words in the first of the languages asked for that there is, else in English.
    static Texts in(List<Locale.LanguageRange> asked) {
        var best = Locale.lookup(asked, LANGUAGES);
        return in(best == null ? Locale.ENGLISH : best);
    }

    /// The words in the language that a request asks for.
    ///
    /// @param header `Accept-Language`
    static Texts asked(@Nullable String header) {
        try {
            return in(header == null ? List.of() : Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException malformed) {
            return in(Locale.ENGLISH);
        }
    }

    static Texts in(Locale locale) {
        return ALL.computeIfAbsent(locale, Texts::new);
    }

    public Locale locale() {
        return locale;
    }

    /// The text of the key with the values filled in.
    public String say(String key, Object... values) {
        var format = formats.computeIfAbsent(key, this::format);
        synchronized (format) {
            return format.format(Arrays.stream(values).map(Texts::apart).toArray());
        }
    }

    /// As [#say], where the text itself has markup; the values are escaped.
    public Content html(String key, Object... values) {
        var escaped = new Object[values.length];
        for (var i = 0; i < values.length; i++) {
            escaped[i] = values[i] instanceof String text ? escape(text) : values[i];
        }
        var text = say(key, escaped);
        return output -> ((HtmlTemplateOutput) output).writeContent(text);
    }

    /// The text of the key, or the word itself where there is none: for words that other programs may choose.
    public String sayOr(String key, String word) {
        return has(key) ? say(key) : apart(word).toString();
    }

    /// Words that run from right to left, or want to turn the text around them, stay within themselves.
    private static Object apart(Object value) {
        return value instanceof String text && TURNING.matcher(text).find()
                ? FIRST_STRONG_ISOLATE + TURNING_MARKS.matcher(text).replaceAll("") + POP_ISOLATE
                : value;
    }

    private boolean has(String key) {
        try {
            return !bundled(key).isEmpty();
        } catch (MissingResourceException missing) {
            return false;
        }
    }

    /// `Wednesday 25 November`, with the weekday when it is within two weeks of today.
    public String day(LocalDate day, LocalDate today) {
        var near = Math.abs(ChronoUnit.DAYS.between(day, today)) <= 14;
        var sameYear = day.getYear() == today.getYear();
        return day.format(pattern("date." + (near ? "near" : "far") + (sameYear ? "" : ".year")));
    }

    /// `25 November 2026`.
    public String date(LocalDate day) {
        return day.format(pattern("date.far.year"));
    }

    /// `Wednesday 25 November, 00:31`.
    public String moment(ZonedDateTime moment, LocalDate today) {
        return say("date.moment", day(moment.toLocalDate(), today), time(moment.toLocalTime()));
    }

    public String time(LocalTime time) {
        return time.format(this.time);
    }

    /// A whole number; in words up to ten.
    public String number(long number) {
        return number >= 0 && number <= 10 ? say("date.number." + number) : String.valueOf(number);
    }

    /// `72 hours`, `seven days`: days when they are whole and more than three.
    public String duration(Duration duration) {
        var hours = duration.toHours();
        return hours > 72 && hours % 24 == 0
                ? say("date.days", hours / 24, number(hours / 24))
                : say("date.hours", hours, number(hours));
    }

    /// Opening hours for people, from the notation of [Helpline#hours()]: `Mo-Fr 09:00-18:00` as `Mon–Fri 09:00–18:00`.
    public String hours(String hours) {
        if (hours.equals("24/7")) {
            return say("date.always");
        }
        var days = Pattern.compile("Mo|Tu|We|Th|Fr|Sa|Su").matcher(hours).replaceAll(day -> weekday(day.group()));
        return days.replace('-', '–').replace("; ", ", ");
    }

    private String weekday(String abbreviation) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).startsWith(abbreviation))
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                .findFirst()
                .orElse(abbreviation);
    }

    /// `the home, money and work`.
    public String list(List<String> parts) {
        return parts.isEmpty()
                ? ""
                : ListFormat.getInstance(timeLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(parts);
    }

    private DateTimeFormatter pattern(String key) {
        return patterns.computeIfAbsent(key, pattern -> DateTimeFormatter.ofPattern(bundled(pattern), locale));
    }

    /// English times are written with 24 hours.
    private Locale timeLocale() {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    private MessageFormat format(String key) {
        return new MessageFormat(bundled(key), locale);
    }

    private String bundled(String key) {
        var dot = key.indexOf('.');
        var bundle = ResourceBundle.getBundle("org.nocontact.web.texts." + key.substring(0, dot), locale, NO_FALLBACK);
        return bundle.getString(key.substring(dot + 1));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
