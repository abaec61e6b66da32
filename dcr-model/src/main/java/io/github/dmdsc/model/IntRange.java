package io.github.dmdsc.model;

final class IntRange {
    private IntRange() {}

    static void require(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + " " + value + " is not within " + min + " to " + max);
        }
    }
}
