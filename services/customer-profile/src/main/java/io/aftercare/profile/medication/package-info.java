/** What a customer bought and takes, how long it lasts, and how well it covers their days. */
@NullMarked
package io.aftercare.profile.medication;

import org.jspecify.annotations.NullMarked;
