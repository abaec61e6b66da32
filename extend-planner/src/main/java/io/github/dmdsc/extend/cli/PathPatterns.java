package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Glob patterns of the form {@code <host>:<path>}. A pattern without a host matches on every host, and a relative one
 * in every directory.
 */
final class PathPatterns {
    private static final Pattern SPECIAL = Pattern.compile("\\*\\*|\\*|\\?");

    private final List<Pattern> patterns;

    PathPatterns(List<String> globs) {
        this.patterns = globs.stream()
                .map(glob -> glob.contains(":")
                        ? glob
                        : "**:" + (glob.startsWith("/") || glob.startsWith("**") ? "" : "**/") + glob)
                .map(PathPatterns::pattern)
                .toList();
    }

    boolean matches(FileId file) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(file.toString()).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        Matcher special = SPECIAL.matcher(glob);
        int end = 0;
        while (special.find()) {
            regex.append(Pattern.quote(glob.substring(end, special.start())));
            regex.append(
                    switch (special.group()) {
                        case "**" -> ".*";
                        case "*" -> "[^/]*";
                        default -> "[^/]";
                    });
            end = special.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(glob.substring(end))).toString(), Pattern.DOTALL);
    }
}
