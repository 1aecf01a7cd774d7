/** What came out: rows of figures, as a table, as JSON and as a chart. */
@NullMarked
package io.aftercare.benchmark.report;

import org.jspecify.annotations.NullMarked;
