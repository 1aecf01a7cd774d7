/** The addresses under which the one page is served. */
@NullMarked
package io.aftercare.console.page;

import org.jspecify.annotations.NullMarked;
