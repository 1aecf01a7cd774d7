/**
 * Contacts that are no calls: planned, sent within hours, caps and consent, and what came of them.
 */
@NullMarked
package io.aftercare.followup.message;

import org.jspecify.annotations.NullMarked;
