package io.aftercare.profile.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a segment.
 *
 * @param version from 1
 * @param draftedBy the subject of who wrote it
 * @param publishedBy the subject of who published it; absent for a draft
 * @param publishedAt absent for a draft
 */
record Segment(
    String name,
    int version,
    String title,
    Rule rule,
    String draftedBy,
    Instant draftedAt,
    @Nullable String publishedBy,
    @Nullable Instant publishedAt) {}
