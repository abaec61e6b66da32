package io.github.dmdsc.extend.cli;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --charset}, for the commands that interpret the files of a cluster. */
final class CharsetOption {
    private static final String FORM = "<host>:<path>=<charset>";

    @Option(
            names = "--charset",
            paramLabel = FORM,
            description = "The charset of a file, if its bytes do not show it: UTF-8, GB18030, …")
    private List<String> charsets = List.of();

    /**
     * Returns the files with the charsets that the option gives them.
     *
     * @throws ParameterException if an option is malformed, names a file that is not read, or names an unknown or
     *     unsupported charset
     */
    ClusterFiles apply(CommandSpec spec, ClusterFiles files) {
        return apply(spec, List.of(files)).get(0);
    }

    /** Does the same for several states of one cluster. A named file must be in at least one of them. */
    List<ClusterFiles> apply(CommandSpec spec, List<ClusterFiles> states) {
        Map<FileId, Charset> named = new TreeMap<>();
        for (String text : charsets) {
            int at = text.lastIndexOf('=');
            String name = text.substring(at + 1);
            FileId file = file(text.substring(0, Math.max(at, 0))).orElseThrow(() -> error(spec, "form", text, FORM));
            if (states.stream().noneMatch(files -> files.contains(file))) {
                throw error(spec, "charset-file", text, file);
            }
            Charset charset = charset(name).orElseThrow(() -> error(spec, "charset-name", text, name));
            if (!IniDocument.supports(charset)) {
                throw error(spec, "charset-unread", text, charset);
            }
            named.put(file, charset);
        }
        return states.stream().map(files -> with(files, named)).toList();
    }

    private static ClusterFiles with(ClusterFiles files, Map<FileId, Charset> named) {
        ClusterFiles changed = files;
        for (Map.Entry<FileId, Charset> each : named.entrySet()) {
            if (files.contains(each.getKey())) {
                changed = changed.withCharset(each.getKey(), each.getValue());
            }
        }
        return changed;
    }

    private static UsageError error(CommandSpec spec, String key, String given, Object form) {
        return UsageError.of(spec, key, Map.of("option", "--charset", "given", given, "form", form));
    }

    private static Optional<FileId> file(String text) {
        try {
            return Optional.of(FileId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
