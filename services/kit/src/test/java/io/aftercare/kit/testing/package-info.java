/** The test bench: real parts, real tokens, probes on the topics, and the rules of the rooms. */
@NullMarked
package io.aftercare.kit.testing;

import org.jspecify.annotations.NullMarked;
