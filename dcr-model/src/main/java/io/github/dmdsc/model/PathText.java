package io.github.dmdsc.model;

/** What no path holds, wherever it lies. */
final class PathText {
    private PathText() {}

    static void require(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + text + "' is no path: it is empty or holds a control character");
        }
    }
}
