/**
 * Who is logged in, how they got in and out, and what an answer looks like when they no longer are.
 */
@NullMarked
package io.aftercare.console.session;

import org.jspecify.annotations.NullMarked;
