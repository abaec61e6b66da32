package io.github.dmdsc.extend.target;

/**
 * Why a parameter or a section of a file changes.
 *
 * @param section the name of the sections that it holds for; empty for all
 * @param what the key, or {@code [section]} for a new one
 * @param decision the family of the decision that gives its value, or the name of the rule
 */
record Cause(String section, String what, String decision) {
    Cause(String what, String decision) {
        this("", what, decision);
    }

    boolean explains(String inSection, String changed) {
        return what.equalsIgnoreCase(changed) && (section.isEmpty() || section.equalsIgnoreCase(inSection));
    }
}
