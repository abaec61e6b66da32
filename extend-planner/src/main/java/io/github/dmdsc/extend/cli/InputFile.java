package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ssh.HostText;
import io.github.dmdsc.ini.files.ReadLimits;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads and writes files that the command line names, such as a plan or the output of a tool. */
final class InputFile {
    private static final Messages MESSAGES = Messages.beside(InputFile.class);

    private static final FindingKind UNREADABLE = FindingKind.of(MESSAGES, "CLI-0101", Severity.ERROR);
    private static final FindingKind TOO_LONG = FindingKind.of(MESSAGES, "CLI-0102", Severity.ERROR);
    private static final FindingKind EXISTS = FindingKind.of(MESSAGES, "CLI-0105", Severity.ERROR);
    private static final FindingKind NO_UTF8 = FindingKind.of(MESSAGES, "CLI-0103", Severity.ERROR);

    /**
     * The most bytes that are read: the limit for all files of a cluster. A device such as {@code /dev/zero} has no
     * end.
     */
    private static final int MOST_BYTES = Math.toIntExact(ReadLimits.defaults().maxTotalBytes());

    /** The path that stands for the standard input. */
    static final Path STDIN = Path.of("-");

    private InputFile() {}

    /**
     * Reads a text file. Returns empty, and adds a finding, if the file cannot be read, is too long or is not UTF-8.
     */
    static Optional<String> read(Path file, List<Finding> findings) {
        return bytes(file, findings).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException otherCharset) {
                findings.add(error(NO_UTF8, file).build());
                return Optional.empty();
            }
        });
    }

    /**
     * Reads the output of a tool, in UTF-8 or GB18030. Returns empty, and adds a finding, if the file cannot be read, is
     * too long or is no text.
     */
    static Optional<String> output(Path file, List<Finding> findings) {
        return bytes(file, findings).flatMap(bytes -> {
            String text = HostText.of(bytes);
            if (!text.contains("\0")) {
                return Optional.of(text);
            }
            findings.add(error(NO_UTF8, file).variant("output").build());
            return Optional.empty();
        });
    }

    /**
     * Refuses a command line that names the standard input more than once, because it can be read only once.
     *
     * @param inputs the files and directories that the command reads
     * @throws ParameterException if several of them are the standard input
     */
    static void requireOneStdin(CommandSpec spec, Stream<Path> inputs) {
        if (inputs.filter(STDIN::equals).count() > 1) {
            throw UsageError.of(spec, "stdin-twice", Map.of());
        }
    }

    /** Reads a file. Returns empty, and adds a finding, if the file cannot be read or is too long. */
    static Optional<byte[]> bytes(Path file, List<Finding> findings) {
        try (InputStream in = file.equals(STDIN) ? System.in : Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return Optional.of(bytes);
            }
            findings.add(error(TOO_LONG, file).with("limit", MOST_BYTES).build());
        } catch (NoSuchFileException missing) {
            findings.add(error(UNREADABLE, file).variant("missing").build());
        } catch (AccessDeniedException denied) {
            findings.add(error(UNREADABLE, file).variant("denied").build());
        } catch (IOException failure) {
            findings.add(unreadable(file, failure));
        }
        return Optional.empty();
    }

    /**
     * Returns the path of a text that a person typed. Returns empty, and adds a finding, if the system allows no such
     * path.
     */
    static Optional<Path> path(String text, List<Finding> findings) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException invalid) {
            findings.add(UNREADABLE
                    .at(Location.outside(text))
                    .with("file", text)
                    .with("reason", invalid.getReason())
                    .build());
            return Optional.empty();
        }
    }

    static Finding unreadable(Path file, IOException failure) {
        String reason = failure instanceof FileSystemException specific ? specific.getReason() : failure.getMessage();
        return error(UNREADABLE, file)
                .with(
                        "reason",
                        Optional.ofNullable(reason)
                                .orElseGet(() -> failure.getClass().getSimpleName()))
                .build();
    }

    /** Writes a new file. Returns false, and adds a finding, if the file exists or cannot be written. */
    static boolean create(Path file, String text, List<Finding> findings) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (IOException failure) {
            findings.add(error(EXISTS, file).build());
            return false;
        }
    }

    private static FindingBuilder error(FindingKind kind, Path file) {
        return kind.at(Location.outside(file.toString())).with("file", file);
    }
}
