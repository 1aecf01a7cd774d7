/** Text on paper: shaped, broken into lines, and still text. */
@NullMarked
package io.aftercare.sales.paper;

import org.jspecify.annotations.NullMarked;
