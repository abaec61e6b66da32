package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The cells of a row. Each method removes one cell and converts it; {@link #left} returns the cells that remain. */
final class Cells {
    private final Map<String, String> left;
    private final Location at;
    private final Consumer<Finding> report;

    Cells(Placed<Map<String, String>> row, Consumer<Finding> report) {
        this.left = new LinkedHashMap<>(row.value());
        this.at = row.at();
        this.report = report;
    }

    Optional<String> text(String column) {
        return Optional.ofNullable(left.remove(column));
    }

    /** Removes a number of at most nine digits. A longer number remains. */
    Optional<Integer> number(String column) {
        String text = left.get(column);
        if (text == null || text.length() > 9) {
            return Optional.empty();
        }
        left.remove(column);
        return Optional.of(Integer.parseInt(text));
    }

    /** Removes a size, which is a number of at most eighteen digits. A longer or negative number remains. */
    Optional<Long> size(String column) {
        String text = left.get(column);
        if (text == null || text.length() > 18 || text.startsWith("-")) {
            return Optional.empty();
        }
        left.remove(column);
        return Optional.of(Long.parseLong(text));
    }

    <E extends Enum<E>> Optional<Reported<E>> word(String column, Vocabulary<E> words) {
        Optional<String> text = text(column);
        text.filter(word -> !words.knows(word))
                .ifPresent(word -> report.accept(StateFindings.unknownWord(at, column, word)));
        return text.map(words::of);
    }

    Map<String, String> left() {
        return left;
    }
}
