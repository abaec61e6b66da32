package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A list of seqnos as an export of the DCR writes it: <code>{0,1,2}</code> (DM8 DMDSC manual, "dmdcr_cfg.ini").
 *
 * @param numbers the seqnos, in the order of the text
 */
public record EndpointArray(List<Integer> numbers) {
    public EndpointArray {
        numbers = List.copyOf(numbers);
    }

    /** Returns the array <code>{0,1,…,count-1}</code>. */
    public static EndpointArray upTo(int count) {
        return new EndpointArray(IntStream.range(0, count).boxed().toList());
    }

    /**
     * Reads the text of a value such as <code>{0,1}</code>.
     *
     * @throws IllegalArgumentException if it is not a list of numbers in braces
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EndpointArray parse(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) {
            throw new IllegalArgumentException("'" + text + "' is not a list in braces");
        }
        String inner = trimmed.substring(1, trimmed.length() - 1).trim();
        List<Integer> numbers = new ArrayList<>();
        if (!inner.isEmpty()) {
            for (String part : inner.split(",", -1)) {
                try {
                    numbers.add(Digits.parse(part.trim()));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("'" + part.trim() + "' is not a number", e);
                }
            }
        }
        return new EndpointArray(numbers);
    }

    @Override
    @JsonValue
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
