package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of a line.
 *
 * @param text the word
 * @param wide whether a tab or more than one blank separates the word from the previous one, which means that it begins
 *     a cell; a single blank may or may not separate cells
 */
record Token(String text, boolean wide) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.:][0-9]+)?");

    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        boolean first = true;
        while (true) {
            int start = at;
            while (start < line.length() && blank(line.charAt(start))) {
                start++;
            }
            int end = start;
            while (end < line.length() && !blank(line.charAt(end))) {
                end++;
            }
            if (start == end) {
                return tokens;
            }
            String gap = line.substring(at, start);
            tokens.add(new Token(line.substring(start, end), !first && (gap.length() > 1 || gap.equals("\t"))));
            first = false;
            at = end;
        }
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    boolean isDate() {
        return DATE.matcher(text).matches();
    }

    boolean isTime() {
        return TIME.matcher(text).matches();
    }
}
