package io.aftercare.profile.roster;

/**
 * What is wrong with a line; never what it says, for that names people.
 *
 * @param line its number in the file, from 1
 * @param column the column's name, or {@code line}
 * @param message what is wrong, and the fix
 */
record Flaw(int line, String column, String message) {}
