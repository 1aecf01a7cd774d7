package io.aftercare.profile.customer;

import java.time.LocalTime;

/** When a customer likes to be called: local times in their zone, half-open. */
public record Window(LocalTime from, LocalTime to) {}
