/** What can become of a service request. */
@NullMarked
package io.aftercare.sales.request;

import org.jspecify.annotations.NullMarked;
