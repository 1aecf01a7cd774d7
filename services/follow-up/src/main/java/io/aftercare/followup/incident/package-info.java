/**
 * Difficult conversations: a warning, an incident without blame, what it teaches, and care next
 * time.
 */
@NullMarked
package io.aftercare.followup.incident;

import org.jspecify.annotations.NullMarked;
