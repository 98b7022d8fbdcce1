package org.nocontact.core;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads telephone numbers as people and links write them.
final class PhoneText {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST_TEXT = 250;

    /// What callers dial to leave the country: most of the world; North America; Australia; Russia; Japan.
    private static final List<String> EXITS = List.of("00", "011", "0011", "810", "010");

    /// Dialled before a number to hide or show one's own: `*67`, `*31#`, `#31#`.
    private static final Pattern SERVICE_PREFIX = Pattern.compile("^[*#]{1,2}[0-9]{2,3}[*#]?(?=[^0-9*#]*[0-9+])");

    /// An extension or what is dialled after a pause, after a number: `ext. 12`, `x12`, `;ext=12`, `,,12`, `#12`.
    private static final Pattern EXTENSION = Pattern.compile(
            "(?<=[0-9)])[ .-]*(?:;[^0-9]{0,8}|[,#~wp]+|x|ext(?:n|ension)?|доб(?:ав)?|anexo|durchwahl|dw)"
                    + "[.:= ]*[0-9][0-9 ,#*wp.-]{0,24}$");

    private static final String SEPARATORS = " ()-./\\[]~_·•‐‑‒–—―−⁃";
    private static final String KEYS = "22233344455566677778889999";

    private PhoneText() {}

    /// A text that is a number and nothing else. A national number belongs to the one hinted region where it is
    /// valid; where there is none, or there are several, its country stays unknown, which matches more.
    static Optional<PhoneNumber> read(String text, List<String> regions) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var digits = digits(Spelling.fold(text).strip());
        int count = digits.length() - (digits.startsWith("+") ? 1 : 0);
        if (count < PhoneNumber.SHORTEST || count > PhoneNumber.LONGEST) {
            return Optional.empty();
        }
        return Optional.of(digits.startsWith("+") ? international(digits) : national(digits, regions));
    }

    /// `+` and digits is an international number, digits alone a national one. Calling codes are prefix-free
    /// (E.164).
    static PhoneNumber ofDigits(String text) {
        if (!text.startsWith("+")) {
            return new PhoneNumber(PhoneNumber.UNKNOWN, text);
        }
        for (int length = 1; length <= 3 && length < text.length() - 1; length++) {
            var code = text.substring(1, 1 + length);
            if (code.matches("[0-9]+") && NUMBERS.getSupportedCallingCodes().contains(Integer.parseInt(code))) {
                return new PhoneNumber(Integer.parseInt(code), text.substring(1 + length));
            }
        }
        throw new IllegalArgumentException("No country has this number: " + text);
    }

    /// The digits, with `+` in front if it was there, or "" when the text is no number. Digits of any script
    /// count; letters are the keys they stand on (ITU-T E.161) if at least three digits come before.
    private static String digits(String folded) {
        var text = SERVICE_PREFIX.matcher(asciiDigits(folded)).replaceFirst("");
        var number = EXTENSION.matcher(text).replaceFirst("");
        var digits = new StringBuilder();
        boolean letters = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty()) {
                digits.append(c);
            } else if (c >= 'a' && c <= 'z' && isVanity(digits)) {
                digits.append(KEYS.charAt(c - 'a'));
                letters = true;
            } else if (SEPARATORS.indexOf(c) < 0) {
                return "";
            }
        }
        return letters && digits.length() < 10 ? "" : digits.toString();
    }

    private static boolean isVanity(StringBuilder before) {
        return before.length() >= 3 && (before.charAt(0) == '+' || before.charAt(0) <= '1');
    }

    private static String asciiDigits(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }

    private static PhoneNumber international(String digits) {
        return parsed(digits, null)
                .map(PhoneText::of)
                .orElseGet(() -> new PhoneNumber(PhoneNumber.UNKNOWN, digits.substring(1)));
    }

    private static PhoneNumber national(String digits, List<String> regions) {
        var valid = new LinkedHashSet<PhoneNumber>();
        for (var exit : EXITS) {
            if (digits.startsWith(exit)) {
                addIfValid(valid, "+" + digits.substring(exit.length()), null);
            }
        }
        for (var region : regions) {
            addIfValid(valid, digits, region.toUpperCase(Locale.ROOT));
        }
        if (valid.isEmpty() && digits.startsWith("00")) {
            return international("+" + digits.substring(2));
        }
        return valid.size() == 1 && regions.stream().noneMatch(region -> isLocal(digits, region))
                ? valid.getFirst()
                : new PhoneNumber(PhoneNumber.UNKNOWN, digits);
    }

    /// Whether it could be a number without its area code there.
    private static boolean isLocal(String digits, String region) {
        return parsed(digits, region.toUpperCase(Locale.ROOT))
                .map(NUMBERS::isPossibleNumberWithReason)
                .filter(PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY::equals)
                .isPresent();
    }

    private static void addIfValid(LinkedHashSet<PhoneNumber> valid, String digits, @Nullable String region) {
        parsed(digits, region).filter(NUMBERS::isValidNumber).map(PhoneText::of).ifPresent(valid::add);
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String digits, @Nullable String region) {
        try {
            return Optional.of(NUMBERS.parse(digits, region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private static PhoneNumber of(Phonenumber.PhoneNumber number) {
        return new PhoneNumber(number.getCountryCode(), NUMBERS.getNationalSignificantNumber(number));
    }
}
