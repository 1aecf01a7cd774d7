/** What one service made of others' events, made anew from what those export. */
@NullMarked
package io.aftercare.simulator.rebuild;

import org.jspecify.annotations.NullMarked;
