/**
 * Messages on their way: claimed, permitted in the moment, handed to whoever carries them, and what
 * became of them.
 */
@NullMarked
package io.aftercare.followup.sending;

import org.jspecify.annotations.NullMarked;
