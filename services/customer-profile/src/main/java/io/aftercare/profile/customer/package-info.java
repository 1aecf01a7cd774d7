/** The customer file: who somebody is, how to reach them, what they agreed to. */
@NullMarked
package io.aftercare.profile.customer;

import org.jspecify.annotations.NullMarked;
