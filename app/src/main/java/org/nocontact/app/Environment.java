package org.nocontact.app;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Takes options that were not given from the environment: `--no-browser` from `NOCONTACT_NO_BROWSER`.
final class Environment implements IDefaultValueProvider {
    private static final Set<String> NEVER = Set.of("--help", "--version");

    private final Map<String, String> environment;

    Environment(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The variable of an option.
    static String variable(String option) {
        return "NOCONTACT_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || NEVER.contains(option.longestName())) {
            return null;
        }
        var value = environment.get(variable(option.longestName()));
        return value == null || value.isEmpty() ? null : value;
    }
}
