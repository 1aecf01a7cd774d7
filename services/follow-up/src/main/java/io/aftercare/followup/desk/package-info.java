/**
 * Where calls are worked: claimed, permitted, answered for, given back; and what supervisors see of
 * them.
 */
@NullMarked
package io.aftercare.followup.desk;

import org.jspecify.annotations.NullMarked;
