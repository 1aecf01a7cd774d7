/** Brings in files of customers whom a store or the chain knew before. */
@NullMarked
package io.aftercare.profile.roster;

import org.jspecify.annotations.NullMarked;
