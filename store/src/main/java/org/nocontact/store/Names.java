package org.nocontact.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The stored names of the cases of a sealed type. A name that was once stored is never changed or used again; a class
/// may be renamed freely.
final class Names<T> {
    private final Map<Class<? extends T>, String> names;
    private final Map<String, Class<? extends T>> classes = new HashMap<>();

    @SafeVarargs
    static <T> Names<T> of(Map.Entry<Class<? extends T>, String>... names) {
        var table = new LinkedHashMap<Class<? extends T>, String>();
        for (var name : names) {
            table.put(name.getKey(), name.getValue());
        }
        return new Names<>(table);
    }

    private Names(Map<Class<? extends T>, String> names) {
        this.names = names;
        names.forEach((type, name) -> {
            if (classes.put(name, type) != null) {
                throw new IllegalStateException("Two cases are stored as " + name + ".");
            }
        });
    }

    String of(Class<?> type) {
        var name = names.get(type);
        if (name == null) {
            throw new IllegalStateException(type.getName() + " has no stored name; give it one in StoredNames.");
        }
        return name;
    }

    Optional<Class<? extends T>> named(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    Collection<Class<? extends T>> classes() {
        return names.keySet();
    }
}
