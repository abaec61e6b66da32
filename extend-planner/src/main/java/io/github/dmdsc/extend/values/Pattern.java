package io.github.dmdsc.extend.values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Continues texts that differ only in numbers: {@code dsc0_config, dsc1_config} are followed by {@code dsc2_config}.
 */
final class Pattern {
    private static final int MAX_DIGITS = 9;

    private Pattern() {}

    /**
     * Returns the text that follows the given ones. All must have the same shape. Every number in them must be constant
     * or rise by a constant step, and at least one must rise. Otherwise the result is empty.
     */
    static Optional<String> next(List<String> texts) {
        if (texts.size() < 2) {
            return Optional.empty();
        }
        List<List<String>> split = texts.stream().map(Pattern::split).toList();
        int parts = split.get(0).size();
        if (split.stream().anyMatch(other -> other.size() != parts)) {
            return Optional.empty();
        }
        StringBuilder next = new StringBuilder();
        boolean rises = false;
        for (int i = 0; i < parts; i++) {
            int part = i;
            List<String> column = split.stream().map(row -> row.get(part)).toList();
            if (column.stream().allMatch(column.get(0)::equals)) {
                next.append(column.get(0));
                continue;
            }
            Optional<String> number = nextNumber(column);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            rises = true;
            next.append(number.get());
        }
        return rises ? Optional.of(next.toString()) : Optional.empty();
    }

    private static Optional<String> nextNumber(List<String> column) {
        List<Integer> numbers = new ArrayList<>();
        boolean padded = false;
        boolean sameWidth = true;
        for (String part : column) {
            if (part.length() > MAX_DIGITS || !isDigit(part.charAt(0))) {
                return Optional.empty();
            }
            numbers.add(Integer.parseInt(part));
            padded |= part.length() > 1 && part.charAt(0) == '0';
            sameWidth &= part.length() == column.get(0).length();
        }
        Optional<Integer> next = progression(numbers);
        if (next.isEmpty() || (padded && !sameWidth)) {
            return Optional.empty();
        }
        String digits = next.get().toString();
        // A number without leading zeros never gets shorter when it rises.
        int width = column.get(0).length();
        return Optional.of("0".repeat(Math.max(0, width - digits.length())) + digits);
    }

    /**
     * Returns a text that is similar to the given ones but equal to none, if they have no continuation. It has the next
     * letter after the last one, or the next number after the highest one.
     */
    static Optional<String> further(List<String> texts) {
        List<String> ordered = texts.stream()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        return ordered.isEmpty() ? Optional.empty() : Optional.of(behind(ordered));
    }

    private static String behind(List<String> ordered) {
        String last = ordered.get(ordered.size() - 1);
        char end = last.charAt(last.length() - 1);
        String stem = last.substring(0, last.length() - 1);
        boolean letters = ordered.size() > 1
                && end >= 'A'
                && end < 'z'
                && end != 'Z'
                && Character.isLetter(end)
                && ordered.stream().allMatch(text -> text.length() == last.length() && text.startsWith(stem));
        return letters ? stem + (char) (end + 1) : numberedOn(last);
    }

    /** Returns the text with the number at its end raised by one, or with a 2 at its end if there is no number. */
    static String numberedOn(String text) {
        int from = text.length();
        while (from > 0 && isDigit(text.charAt(from - 1)) && text.length() - from < MAX_DIGITS) {
            from--;
        }
        if (from == text.length()) {
            return text + "2";
        }
        String digits = Integer.toString(Integer.parseInt(text.substring(from)) + 1);
        return text.substring(0, from) + "0".repeat(Math.max(0, text.length() - from - digits.length())) + digits;
    }

    /** Returns the number that follows the given ones, if they rise by a constant step. */
    static Optional<Integer> progression(List<Integer> numbers) {
        return following(numbers).filter(next -> next <= Integer.MAX_VALUE).map(Long::intValue);
    }

    /** Whether the number that follows the given ones is larger than a limit. */
    static boolean passes(List<Integer> numbers, int limit) {
        return following(numbers).filter(next -> next > limit).isPresent();
    }

    private static Optional<Long> following(List<Integer> numbers) {
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        int step = numbers.get(1) - numbers.get(0);
        for (int i = 2; i < numbers.size(); i++) {
            if (numbers.get(i) - numbers.get(i - 1) != step) {
                return Optional.empty();
            }
        }
        long next = (long) numbers.get(numbers.size() - 1) + step;
        return step > 0 ? Optional.of(next) : Optional.empty();
    }

    /** Splits a text into runs of digits and runs of other characters. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || isDigit(text.charAt(i)) != isDigit(text.charAt(i - 1))) {
                parts.add(text.substring(from, i));
                from = i;
            }
        }
        return parts;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
