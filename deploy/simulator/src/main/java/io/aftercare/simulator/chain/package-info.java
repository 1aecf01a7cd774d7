/** The chain as its machines see it: the services over public HTTP, with the tokens of tills. */
@NullMarked
package io.aftercare.simulator.chain;

import org.jspecify.annotations.NullMarked;
