package org.nocontact.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Tests of this class run in a real browser, the same one for all classes: a constructor takes it as [Chromium].
/// Without one they are left out and say so, or fail where `NOCONTACT_REQUIRE_PARTS` is 1.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Parts.class)
@interface InChromium {

    final class Parts implements ExecutionCondition, ParameterResolver {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.installed().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is installed.");
            }
            var missing = "There is no Chromium at /usr/bin/chromium: install it, or name another one in CHROMIUM.";
            if ("1".equals(System.getenv("NOCONTACT_REQUIRE_PARTS"))) {
                throw new IllegalStateException(missing);
            }
            return ConditionEvaluationResult.disabled(missing);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Chromium.class);
        }

        @Override
        public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Chromium.class))
                    .computeIfAbsent(
                            Chromium.class,
                            _ -> new Chromium(Chromium.installed().orElseThrow()),
                            Chromium.class);
        }
    }
}
