package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ssh.Ssh;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Hosts for real shells: a directory for each, and tools that stand in for Dameng's. What a host has below / lies below
 * its directory: words are translated when they are said there, and outputs when they come back.
 */
final class Hosts {
    private static final List<String> TOOLS =
            List.of("dmasmcmd", "dmasmtool", "dmctlcvt", "disql", "dmcssm", "dmcss", "dmasmsvr", "dmserver");

    final Path root;
    final Path world;

    /** Hosts with the files of a cluster, whose DCR disk holds these bytes. */
    Hosts(Path root, ClusterFiles files, byte[] disk) throws IOException {
        this.root = root;
        this.world = Files.createDirectories(root.resolve("world"));
        install("stand-in.sh", root.resolve("bin/tool"));
        for (FileId file : files.ids()) {
            put(file, files.bytes(file));
        }
        for (String host : files.hosts()) {
            add(host);
        }
        install("ssh-stand-in.sh", root.resolve("bin/ssh"));
        install("host-shell.sh", root.resolve("bin/host-shell"));
        program(Path.of(ssh()), exported() + ". '" + root.resolve("bin/ssh") + "' \"$@\"");
        Files.write(world.resolve("disk"), disk);
    }

    /** A host that has the tools. */
    void add(String host) throws IOException {
        Files.createDirectories(at(new FileId(host, "/home/data")));
        Files.createDirectories(at(new FileId(host, "/tmp")));
        Files.writeString(Files.createDirectories(root.resolve("hosts/names")).resolve(host), host(host) + "\n");
        Path programs = Files.createDirectories(at(new FileId(host, "/opt/dmdbms/bin")));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(programs.resolve(tool), root.resolve("bin/tool"));
        }
    }

    private static void install(String resource, Path tool) throws IOException {
        Files.createDirectories(Objects.requireNonNull(tool.getParent()));
        try (InputStream text = Objects.requireNonNull(Example.class.getResourceAsStream(resource))) {
            Files.write(tool, text.readAllBytes());
        }
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }

    /** Writes a program of one line for bash. */
    static void program(Path program, String line) throws IOException {
        Files.writeString(program, "#!/bin/bash\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** The words of bash that give a program the environment of the stand-ins. */
    String exported() {
        return "export WORLD='" + world + "' HOSTS='" + root.resolve("hosts") + "'; ";
    }

    /** The hosts that ssh can be given. */
    List<String> reached() {
        String[] names =
                Objects.requireNonNull(root.resolve("hosts/names").toFile().list());
        return Stream.of(names).filter(Ssh::isHostName).toList();
    }

    /** The program that stands in for ssh where nobody sets its environment. */
    String ssh() {
        return root.resolve("bin/dmdsc-ssh").toString();
    }

    /** Where a file of a host really lies. */
    Path at(FileId file) {
        return host(file.host()).resolve(file.path().substring(1));
    }

    Path host(String host) {
        return root.resolve("hosts")
                .resolve(Hashes.sha256(host.getBytes(StandardCharsets.UTF_8)).substring(0, 8));
    }

    /** Everything that lies on the hosts: permissions, and the hash of each file. */
    Map<Path, String> all() throws IOException {
        Map<Path, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root.resolve("hosts"))) {
            for (Path path : paths.toList()) {
                String hash = Files.isRegularFile(path) ? Hashes.sha256(Files.readAllBytes(path)) : "";
                all.put(path, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + hash);
            }
        }
        return all;
    }

    void put(FileId file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(at(file).getParent()));
        Files.write(at(file), bytes);
    }

    /** What goes wrong with the next call of ssh whose words hold a text: see the stand-in. */
    void fault(String kind, String words) throws IOException {
        Files.writeString(world.resolve("fault"), kind + "\n" + words + "\n");
    }

    /** Whether the fault is still to come. */
    boolean isFaultLeft() {
        return Files.exists(world.resolve("fault"));
    }

    /** What a tool refused, and what was done twice. */
    List<String> broken() throws IOException {
        return lines("broken", "");
    }

    /** The calls of the tools with those words. */
    List<String> calls(String words) throws IOException {
        return lines("calls", words);
    }

    /** The hosts that ssh was called with. */
    List<String> sshCalls() throws IOException {
        return lines("ssh-calls", "");
    }

    /** What the SQL shell was given beside its input. */
    List<String> argumentsAndEnvironment() throws IOException {
        return lines("arguments-and-environment", "");
    }

    private List<String> lines(String file, String words) throws IOException {
        Path path = world.resolve(file);
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .filter(line -> line.contains(words))
                        .toList()
                : List.of();
    }

    /** The environment that the stand-in for ssh wants. */
    Map<String, String> environment() {
        return new TreeMap<>(Map.of(
                "WORLD",
                world.toString(),
                "HOSTS",
                root.resolve("hosts").toString(),
                "PATH",
                root.resolve("bin") + ":" + System.getenv("PATH")));
    }
}
