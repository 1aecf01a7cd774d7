/**
 * Whom a relationship programme leaves out by chance, so that what calls bring can be measured; off
 * until a clinical lead approves it.
 */
@NullMarked
package io.aftercare.followup.holdout;

import org.jspecify.annotations.NullMarked;
