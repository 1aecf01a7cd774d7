/** What is offered to single customers because of who they are, and what they answer. */
@NullMarked
package io.aftercare.profile.care;

import org.jspecify.annotations.NullMarked;
