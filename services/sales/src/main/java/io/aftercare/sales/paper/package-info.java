/** Paper: text of several scripts set on the pages of a PDF. It knows nothing of what is sold. */
@NullMarked
package io.aftercare.sales.paper;

import org.jspecify.annotations.NullMarked;
