package org.nocontact.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form as it is shown: empty at first, or again with everything that was typed and with what is wrong.
///
/// @param typed field to values, as they were sent; empty before the form was sent
/// @param errors field to sentences, one a line
public record Filled(Map<String, List<String>> typed, Map<String, String> errors) {
    static final Filled NOT_YET = new Filled(Map.of(), Map.of());

    static Filled again(Visit visit, Form form) {
        return new Filled(Map.copyOf(visit.ctx().formParamMap()), form.errors());
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    public String text(String field) {
        return text(field, "");
    }

    /// @param usual what stands in the field before anything was typed
    public String text(String field, String usual) {
        return typed.isEmpty() ? usual : String.join("\n", typed.getOrDefault(field, List.of()));
    }

    /// Whether a choice is made.
    ///
    /// @param usual whether it is made before anything was typed
    public boolean has(String field, String value, boolean usual) {
        return typed.isEmpty() ? usual : typed.getOrDefault(field, List.of()).contains(value);
    }

    /// Whether something was typed into one of the fields, or is wrong with it.
    public boolean touches(String... fields) {
        return Arrays.stream(fields).anyMatch(field -> !text(field).isBlank() || errors.containsKey(field));
    }

    public List<String> errors(String field) {
        return errors.getOrDefault(field, "").lines().toList();
    }

    /// For `aria-invalid`.
    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /// For `aria-describedby`: the error, then the hint.
    ///
    /// @param hinted whether the field has a hint, with the id `field-h`
    public @Nullable String describedBy(String field, boolean hinted) {
        var error = errors.containsKey(field) ? field + "-e" : "";
        var hint = hinted ? field + "-h" : "";
        var both = (error + " " + hint).strip();
        return both.isEmpty() ? null : both;
    }
}
