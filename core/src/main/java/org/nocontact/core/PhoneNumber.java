package org.nocontact.core;

/// A telephone number: its country calling code, or [#UNKNOWN] where only the national form is known, and the
/// national significant number with its leading zeros where they count (Italy).
///
/// A number without a country is the same as any number that ends in the same seven digits; one of five or six
/// digits is the same as the whole national number only, and shorter ones (112, 911) are only ever equal to
/// themselves.
///
/// @param country the calling code (1 to 999), or [#UNKNOWN]
/// @param national 2 to 20 ASCII digits
public record PhoneNumber(int country, String national) implements Handle {
    public static final int UNKNOWN = 0;

    static final int SHORTEST = 2;
    static final int LONGEST = 20;

    private static final int TAIL = 7;
    private static final int SHORTEST_TO_COMPARE = 5;

    public PhoneNumber {
        if (country < 0 || country > 999) {
            throw new IllegalArgumentException("Not a country calling code: " + country);
        }
        if (!national.matches("[0-9]{2,20}")) {
            throw new IllegalArgumentException("Not 2 to 20 digits: " + national);
        }
    }

    static PhoneNumber ofCanonical(String rest) {
        return PhoneText.ofDigits(rest);
    }

    /// Whether the country is known, so that the number can be called from anywhere.
    public boolean isInternational() {
        return country != UNKNOWN;
    }

    @Override
    public String canonical() {
        return "tel:" + shown();
    }

    @Override
    public String shown() {
        return isInternational() ? "+" + country + national : national;
    }

    @Override
    public boolean sameAs(Handle other) {
        if (!(other instanceof PhoneNumber that) || equals(that)) {
            return equals(other);
        }
        boolean longEnough = Math.min(national.length(), that.national.length()) >= SHORTEST_TO_COMPARE;
        if (isInternational() && that.isInternational()) {
            return country == that.country && longEnough && oneEndsTheOther(national, that.national);
        }
        return longEnough && tail() == that.tail();
    }

    /// The last seven digits and how many there are: equal for all numbers that could be the same.
    long tail() {
        int start = 0;
        while (start < national.length() - 1 && national.charAt(start) == '0') {
            start++;
        }
        start = Math.max(start, national.length() - TAIL);
        long tail = national.length() - start;
        for (int i = start; i < national.length(); i++) {
            tail = tail * 10 + (national.charAt(i) - '0');
        }
        return tail;
    }

    /// Mobile numbers of Argentina (9) and Mexico (1) are written with and without a digit after the country.
    private static boolean oneEndsTheOther(String one, String other) {
        return Math.min(one.length(), other.length()) >= TAIL && (one.endsWith(other) || other.endsWith(one));
    }
}
