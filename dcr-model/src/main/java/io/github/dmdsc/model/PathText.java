package io.github.dmdsc.model;

/** Checks the texts of paths. */
final class PathText {
    private PathText() {}

    static void require(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + text + "' is no path: it is empty or holds a control character");
        }
    }
}
