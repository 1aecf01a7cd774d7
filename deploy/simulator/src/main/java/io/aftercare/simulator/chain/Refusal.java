package io.aftercare.simulator.chain;

/**
 * One reason why one item was refused.
 *
 * @param index the item's place among all that were sent, from 1
 * @param id the item's own id
 * @param type the problem's type, such as {@code urn:aftercare:problem:invalid}; empty where none
 *     is given
 * @param field what is wrong, as a path into the item; empty when no single field is
 */
public record Refusal(long index, String id, String type, String field, String message) {}
