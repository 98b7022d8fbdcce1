package org.nocontact.core;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

/// Reads telephone numbers as people and links write them.
final class PhoneText {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneText() {}

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
}
