package io.github.dmdsc.extend.plan;

/**
 * Why a line of a file is new or changed.
 *
 * @param line its number in the file after, from 1
 * @param what the parameter or section
 * @param decision the family of the decision that gave its value, or the name of the rule
 * @param manual where the manual asks for the change
 */
public record Provenance(int line, String what, String decision, String manual) {}
