package io.github.dmdsc.extend.plan;

/**
 * Why something in a file changes.
 *
 * @param what the parameter or section
 * @param decision the family of the decision that gave its value, or the name of the rule
 * @param manual where the manual asks for the change
 */
public record Provenance(String what, String decision, String manual) {}
