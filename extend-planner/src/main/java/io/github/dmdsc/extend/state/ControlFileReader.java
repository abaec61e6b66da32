package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text to which dmctlcvt converts dm.ctl: lines {@code key=value}, comments after {@code #}, and the files of
 * a tablespace after its {@code ts_name}.
 */
final class ControlFileReader {
    private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=\\s*(.*?)\\s*");

    private ControlFileReader() {}

    /** Returns the files that the text names; empty if it names none. */
    static Optional<Placed<ControlFile>> read(Capture capture) {
        List<Placed<ControlFile.Entry>> files = new ArrayList<>();
        Optional<String> tablespace = Optional.empty();
        Optional<Integer> node = Optional.empty();
        for (int at = 0; at < capture.size(); at++) {
            Matcher entry = ENTRY.matcher(capture.line(at));
            if (!entry.matches() || entry.group(2).isEmpty()) {
                continue;
            }
            String value = entry.group(2);
            switch (entry.group(1).toLowerCase(Locale.ROOT)) {
                case "ts_name" -> {
                    tablespace = Optional.of(value);
                    node = Optional.empty();
                }
                case "ts_nth" ->
                    node = value.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
                case "fil_path" ->
                    files.add(new Placed<>(new ControlFile.Entry(tablespace, node, value), capture.at(at)));
                default -> {}
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new Placed<>(new ControlFile(files), capture.whole()));
    }
}
