/**
 * The way from the page to the services: only what the page needs, with the token of who is logged
 * in.
 */
@NullMarked
package io.aftercare.console.gate;

import org.jspecify.annotations.NullMarked;
