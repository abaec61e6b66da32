package io.github.dmdsc.extend.cli;

import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files of a cluster from the directory or archive that the command line names. */
final class ClusterInput {
    private static final FindingKind OTHER_LEVEL =
            FindingKind.of(Messages.beside(ClusterInput.class), "CLI-0104", Severity.ERROR);

    private ClusterInput() {}

    /**
     * Reads the files. If they form no cluster, but would if the user had named the parent directory or a subdirectory,
     * returns only a finding about the wrong directory. All other findings would follow from that mistake.
     */
    static Read<ClusterFiles> read(Path source) {
        Read<ClusterFiles> read = source.equals(InputFile.STDIN) ? readStdin() : ClusterDirectory.read(source);
        if (Printer.hasErrors(read.findings()) || isCluster(read.value())) {
            return read;
        }
        return otherLevel(source, read.value())
                .map(finding -> new Read<>(read.value(), List.of(finding)))
                .orElse(read);
    }

    /**
     * Reads an archive from the standard input through a temporary file, because the directory of a zip archive is at
     * its end.
     */
    private static Read<ClusterFiles> readStdin() {
        List<Finding> findings = new ArrayList<>();
        Optional<byte[]> bytes = InputFile.bytes(InputFile.STDIN, findings);
        if (bytes.isEmpty()) {
            return new Read<>(ClusterFiles.empty(), findings);
        }
        try {
            Path file = Files.createTempFile("dmdsc", ".archive");
            try {
                Files.write(file, bytes.get());
                Read<ClusterFiles> read = ClusterDirectory.read(file);
                return new Read<>(
                        read.value(),
                        read.findings().stream()
                                .map(finding -> finding.primary().path().equals(file.toString())
                                        ? finding.withPrimary(Location.outside("-"))
                                        : finding)
                                .toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            return new Read<>(ClusterFiles.empty(), List.of(InputFile.unreadable(InputFile.STDIN, failure)));
        }
    }

    private static Optional<Finding> otherLevel(Path source, ClusterFiles files) {
        for (String host : new TreeSet<>(files.ids().stream().map(FileId::host).toList())) {
            if (isCluster(below(host, files))) {
                return Optional.of(OTHER_LEVEL
                        .at(Location.outside(source.toString()))
                        .variant(Files.isDirectory(source) ? "below" : "archive")
                        .with("given", source)
                        .with("directory", Files.isDirectory(source) ? source.resolve(host) : Path.of(host))
                        .build());
            }
        }
        if (!Files.isDirectory(source)) {
            return isCluster(above("host", files))
                    ? Optional.of(OTHER_LEVEL
                            .at(Location.outside(source.toString()))
                            .variant("packed")
                            .with("given", source)
                            .build())
                    : Optional.empty();
        }
        try {
            Path real = AtomicDirectory.realPath(source);
            Path parent = real.getParent();
            if (parent != null
                    && parent.getParent() != null
                    && isCluster(above(String.valueOf(real.getFileName()), files))) {
                return Optional.of(OTHER_LEVEL
                        .at(Location.outside(source.toString()))
                        .with("given", source)
                        .with("directory", parent)
                        .build());
            }
        } catch (IOException nowhere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isCluster(ClusterFiles files) {
        return files.ids().stream().findAny().isPresent()
                && !Printer.hasErrors(ClusterLens.get(files).findings());
    }

    /** Returns the files as they would be read if the user had named the directory of this host. */
    private static ClusterFiles below(String host, ClusterFiles files) {
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : files.ids()) {
            int end = file.path().indexOf('/', 1);
            if (file.host().equals(host) && file.path().startsWith("/") && end > 0) {
                moved.put(new FileId(file.path().substring(1, end), file.path().substring(end)), files.bytes(file));
            }
        }
        return ClusterFiles.of(moved);
    }

    /** Returns the files as they would be read if the user had named the parent directory, in which this is a host. */
    private static ClusterFiles above(String host, ClusterFiles files) {
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : files.ids()) {
            if (file.path().startsWith("/")) {
                moved.put(new FileId(host, "/" + file.host() + file.path()), files.bytes(file));
            }
        }
        return ClusterFiles.of(moved);
    }
}
