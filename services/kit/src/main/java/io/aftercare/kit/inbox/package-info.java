/** What a service hears: batches applied once, newest version only, poison set aside. */
@NullMarked
package io.aftercare.kit.inbox;

import org.jspecify.annotations.NullMarked;
