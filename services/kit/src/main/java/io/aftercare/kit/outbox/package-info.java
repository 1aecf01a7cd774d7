/**
 * What a service tells: facts appended with the change they tell of, and sent once that is
 * committed.
 */
@NullMarked
package io.aftercare.kit.outbox;

import org.jspecify.annotations.NullMarked;
