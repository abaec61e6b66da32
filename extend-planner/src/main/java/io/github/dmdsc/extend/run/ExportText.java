package io.github.dmdsc.extend.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes from an export the text of a terminal: control sequences, and prompts before and after the content. Lines
 * keep their numbers. A prompt between other lines stays, because the content around it may come from two files.
 */
final class ExportText {
    private static final Pattern ESCAPE =
            Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|\u001B][^\u0007\u001B]*(?:\u0007|\u001B\\\\)");

    /** For example {@code [dmdba@h bin]$ cat -- /x}, {@code dmdba@h:~$}, {@code bash-4.2$} and the echoed command. */
    private static final Pattern PROMPT =
            Pattern.compile("\\s*(?:\\([^()=]*\\)\\s*)?(?:(?:\\[[^\\[\\]=]*@[^\\[\\]=]*]\\s*[$#%>]"
                    + "|[\\w.-]+@[\\w.-]+:[^=$#%>]*[$#%>]"
                    + "|[\\w.~/-]*[$%>])(?:\\s.*)?"
                    + "|(?:[A-Za-z]:\\\\[^=>]*|ASM|SQL)>.*"
                    + "|cat -- .*)");

    /** A prompt directly after content that does not end with a line feed. */
    private static final Pattern APPENDED =
            Pattern.compile("(?:\\[[^\\[\\]=]*@[^\\[\\]=]*]|[A-Za-z_][\\w.-]*@[\\w.-]+:[^=\\s]*)\\s*[$#%>]\\s*$");

    private ExportText() {}

    /** Returns the content of an export. */
    static byte[] content(byte[] export) {
        // Every byte becomes one character, so that the bytes of any charset stay as they are.
        String text =
                ESCAPE.matcher(new String(export, StandardCharsets.ISO_8859_1)).replaceAll("");
        String[] lines = text.split("\n", -1);
        int first = 0;
        while (first < lines.length && isOutside(lines[first])) {
            first++;
        }
        int last = lines.length - 1;
        while (last > first && isOutside(lines[last])) {
            last--;
        }
        for (int i = 0; i < lines.length; i++) {
            if (i < first || i > last) {
                lines[i] = "";
            } else if (i == last) {
                lines[i] = APPENDED.matcher(lines[i]).replaceFirst("");
            }
        }
        return String.join("\n", List.of(lines)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isOutside(String line) {
        return line.isBlank() || PROMPT.matcher(line.stripTrailing()).matches();
    }
}
