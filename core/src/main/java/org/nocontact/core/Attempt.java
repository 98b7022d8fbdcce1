package org.nocontact.core;

/// An act about to happen, as a guard saw it.
///
/// @param to whom it would reach
/// @param words what would be said; empty when the guard cannot see it
/// @param emergency the person says that someone's life, health or safety is at stake
/// @param guard which guard asks: `mail`, `web`, `phone`, `hand`, or the name of a device
public record Attempt(Act act, Handle to, Words words, boolean emergency, String guard) {}
