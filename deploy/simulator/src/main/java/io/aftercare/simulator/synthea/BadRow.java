package io.aftercare.simulator.synthea;

/**
 * A row that cannot be used.
 *
 * @param file the file's name
 * @param line its line in the file, from 1; the header is line 1
 * @param field the column that is wrong; empty when the whole row is
 */
record BadRow(String file, long line, String field, String reason) {}
