package io.github.dmdsc.extend.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a line before and after a change, for marking the words that differ.
 *
 * @param before the parts of the old line; joined they are the line
 * @param after the parts of the new line; joined they are the line
 */
record ChangedWords(List<Part> before, List<Part> after) {
    /** The boundaries between words, between words and other characters, and between other characters. */
    private static final Pattern BETWEEN = Pattern.compile("(?<![\\w])|(?![\\w])", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * A part of a line.
     *
     * @param text the characters of the part
     * @param changed whether the other line does not have this part here
     */
    record Part(String text, boolean changed) {}

    /**
     * Splits both lines into parts. If the lines have no word in common, each is one changed part, because marks on
     * single characters would be of no use.
     */
    static ChangedWords of(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(old, fresh).getDeltas();
        ChangedWords parts = new ChangedWords(
                parts(old, deltas.stream().map(AbstractDelta::getSource).toList()),
                parts(fresh, deltas.stream().map(AbstractDelta::getTarget).toList()));
        boolean shared = parts.before.stream().anyMatch(part -> !part.changed() && hasWord(part.text()));
        return shared ? parts : new ChangedWords(List.of(new Part(before, true)), List.of(new Part(after, true)));
    }

    private static List<String> words(String line) {
        return BETWEEN.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static List<Part> parts(List<String> words, List<Chunk<String>> changed) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Chunk<String> chunk : changed) {
            add(parts, words.subList(done, chunk.getPosition()), false);
            add(parts, chunk.getLines(), true);
            done = chunk.getPosition() + chunk.size();
        }
        add(parts, words.subList(done, words.size()), false);
        return parts;
    }

    private static void add(List<Part> parts, List<String> words, boolean changed) {
        if (!words.isEmpty()) {
            parts.add(new Part(String.join("", words), changed));
        }
    }
}
