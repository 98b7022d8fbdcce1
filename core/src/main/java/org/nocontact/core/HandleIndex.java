package org.nocontact.core;

import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/// Handles to look up by [Handle#sameAs] in constant time and without allocation. Immutable, safe for any thread.
///
/// An open-addressed table by *likeness*, a number that is equal for all handles that could be the same.
public final class HandleIndex {
    private final @Nullable Handle[] slots;
    private final long[] likenesses;

    private HandleIndex(Collection<? extends Handle> handles) {
        int capacity = Integer.highestOneBit(handles.size() * 4 + 4);
        slots = new @Nullable Handle[capacity];
        likenesses = new long[capacity];
        for (Handle handle : new LinkedHashSet<Handle>(handles)) {
            put(handle);
        }
    }

    public static HandleIndex of(Collection<? extends Handle> handles) {
        return new HandleIndex(handles);
    }

    public boolean contains(Handle handle) {
        return find(handle) != null;
    }

    /// The equal handle if there is one, else the first of those given that is the same, else null.
    public @Nullable Handle find(Handle handle) {
        long likeness = likeness(handle);
        Handle same = null;
        for (int i = slot(likeness); ; i = next(i)) {
            Handle candidate = slots[i];
            if (candidate == null) {
                return same;
            }
            if (likenesses[i] == likeness) {
                if (candidate.equals(handle)) {
                    return candidate;
                }
                if (same == null && candidate.sameAs(handle)) {
                    same = candidate;
                }
            }
        }
    }

    private void put(Handle handle) {
        long likeness = likeness(handle);
        int i = slot(likeness);
        while (slots[i] != null) {
            i = next(i);
        }
        slots[i] = handle;
        likenesses[i] = likeness;
    }

    private int slot(long likeness) {
        long mixed = likeness * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private static long likeness(Handle handle) {
        return switch (handle) {
            case EmailAddress email -> email.hashCode();
            case PhoneNumber phone -> phone.tail();
            case Profile profile -> profile.likeness();
            case PersonName name -> name.hashCode();
        };
    }
}
