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
 * Hosts for real shells: each host is a directory with tools that stand in for Dameng's. The directory of a host holds
 * the files that the host has below /. Paths are translated in commands and in outputs.
 */
final class Hosts {
    private static final List<String> TOOLS =
            List.of("dmasmcmd", "dmasmtool", "dmctlcvt", "disql", "dmcssm", "dmcss", "dmasmsvr", "dmserver");

    final Path root;
    final Path world;

    /** Makes the hosts of a cluster with their files. The DCR disk holds the given bytes. */
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

    /** Adds a host with the tools. */
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

    /** Writes a bash program of one line. */
    static void program(Path program, String line) throws IOException {
        Files.writeString(program, "#!/bin/bash\n" + line + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /** Returns the bash commands that set the environment of the stand-ins. */
    String exported() {
        return "export WORLD='" + world + "' HOSTS='" + root.resolve("hosts") + "'; ";
    }

    /** Returns the hosts whose names ssh accepts. */
    List<String> reached() {
        String[] names =
                Objects.requireNonNull(root.resolve("hosts/names").toFile().list());
        return Stream.of(names).filter(Ssh::isHostName).toList();
    }

    /** Returns the program that stands in for ssh and sets its own environment. */
    String ssh() {
        return root.resolve("bin/dmdsc-ssh").toString();
    }

    /** Returns the real path of a file of a host. */
    Path at(FileId file) {
        return host(file.host()).resolve(file.path().substring(1));
    }

    Path host(String host) {
        return root.resolve("hosts")
                .resolve(Hashes.sha256(host.getBytes(StandardCharsets.UTF_8)).substring(0, 8));
    }

    /** Returns the permissions of all files on the hosts, and the hash of each file. */
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

    /** Makes the next call of ssh fail whose command holds a text; the stand-in lists the kinds of faults. */
    void fault(String kind, String words) throws IOException {
        Files.writeString(world.resolve("fault"), kind + "\n" + words + "\n");
    }

    /** Whether the fault has not happened yet. */
    boolean isFaultLeft() {
        return Files.exists(world.resolve("fault"));
    }

    /** Returns the calls that a tool refused, and the effects that happened twice. */
    List<String> broken() throws IOException {
        return lines("broken", "");
    }

    /** Returns the calls of the tools that hold a text. */
    List<String> calls(String words) throws IOException {
        return lines("calls", words);
    }

    /** Returns the hosts for which ssh was called. */
    List<String> sshCalls() throws IOException {
        return lines("ssh-calls", "");
    }

    /** Returns the arguments and the environment of the SQL shell. */
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

    /** Returns the environment that the stand-in for ssh needs. */
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
