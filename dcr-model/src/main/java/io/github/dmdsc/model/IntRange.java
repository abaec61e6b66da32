package io.github.dmdsc.model;

final class IntRange {
    private IntRange() {}

    static void require(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " " + value + " is not within " + min + " to " + max);
        }
    }
}
