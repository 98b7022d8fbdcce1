package org.nocontact.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what is missing in a value that was read from JSON which nobody vouches for: a component that is null although
/// its record does not say that it may be.
final class Incomplete {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .toList();
        }
    };

    private Incomplete() {}

    /// The name of the first component that is missing, at any depth.
    static Optional<String> component(Object value) {
        return switch (value) {
            case Record whole ->
                COMPONENTS.get(whole.getClass()).stream()
                        .flatMap(component -> in(whole, component).stream())
                        .findFirst();
            case Collection<?> many -> anyOf(many.stream());
            case Map<?, ?> many -> anyOf(many.values().stream());
            default -> Optional.empty();
        };
    }

    private static Optional<String> anyOf(Stream<? extends @Nullable Object> values) {
        return values.flatMap(value -> (value == null ? Optional.of("element") : component(value)).stream())
                .findFirst();
    }

    private static Optional<String> in(Record whole, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            var value = accessor.invoke(whole);
            if (value != null) {
                return component(value);
            }
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Optional.empty()
                    : Optional.of(component.getName());
        } catch (ReflectiveOperationException notARecord) {
            throw new IllegalStateException(notARecord);
        }
    }
}
