/** What is asked in a call, in the languages we speak, and the answers, kept as data. */
@NullMarked
package io.aftercare.followup.script;

import org.jspecify.annotations.NullMarked;
