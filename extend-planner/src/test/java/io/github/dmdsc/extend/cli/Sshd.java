package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * OpenSSH's server on the loopback interface. The user of this process runs it, with keys that are made for the test.
 * Each host has its own port, and a connection to the port gets the shell of the host in {@link Hosts}. A generated
 * ssh_config maps the hosts to the ports.
 */
final class Sshd implements AfterEachCallback {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final List<String> more;
    private final Map<Hosts, Process> servers = new LinkedHashMap<>();

    /** @param more the first lines of the ssh_config; ssh uses the first value of each keyword */
    Sshd(String... more) {
        this.more = List.of(more);
    }

    /** Returns the real ssh that reaches these hosts. */
    String ssh(Hosts hosts) throws Exception {
        Path directory = hosts.root.resolve("sshd");
        if (!servers.containsKey(hosts)) {
            servers.put(hosts, start(hosts, Files.createDirectories(directory)));
        }
        return directory.resolve("ssh").toString();
    }

    private Process start(Hosts hosts, Path directory) throws Exception {
        assertThat(PROGRAM)
                .as("This test needs OpenSSH's server: apt-get install openssh-server")
                .isExecutable();
        if (System.getProperty("user.name").equals("root")) {
            // The service of the package creates this directory, which the server needs if root runs it.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        key(directory.resolve("server"));
        key(directory.resolve("user"));
        Map<String, Integer> ports = freePorts(hosts.reached());
        Files.writeString(
                directory.resolve("known_hosts"), "cluster " + Files.readString(directory.resolve("server.pub")));
        Files.writeString(directory.resolve("ssh_config"), ofClient(directory, ports));
        Hosts.program(directory.resolve("ssh"), "exec ssh -F '" + directory.resolve("ssh_config") + "' \"$@\"");
        Hosts.program(
                directory.resolve("shell"),
                hosts.exported() + ". '" + hosts.root.resolve("bin/host-shell")
                        + "' \"$1\" \"$SSH_ORIGINAL_COMMAND\" sshd");
        Path configuration = Files.writeString(directory.resolve("sshd_config"), ofServer(directory, ports));
        Path log = directory.resolve("log");
        Process server = new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int port : ports.values()) {
            await(server, port, log);
        }
        return server;
    }

    private static void key(Path file) throws Exception {
        assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Map<String, Integer> freePorts(List<String> hosts) throws IOException {
        Map<String, ServerSocket> sockets = new LinkedHashMap<>();
        for (String host : hosts) {
            sockets.put(host, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Map.Entry<String, ServerSocket> socket : sockets.entrySet()) {
            ports.put(socket.getKey(), socket.getValue().getLocalPort());
            socket.getValue().close();
        }
        return ports;
    }

    private String ofClient(Path directory, Map<String, Integer> ports) {
        StringBuilder text = new StringBuilder();
        more.forEach(line -> text.append(line).append('\n'));
        text.append("""
                HostName 127.0.0.1
                HostKeyAlias cluster
                IdentityFile %1$s/user
                IdentitiesOnly yes
                UserKnownHostsFile %1$s/known_hosts
                ControlPath %1$s/%%C
                """.formatted(directory));
        ports.forEach((host, port) -> text.append("Host %s\nPort %d\n".formatted(host, port)));
        return text.toString();
    }

    /** With SHLVL=2, bash behaves as in a nested shell and does not read the .bashrc of the user. */
    private static String ofServer(Path directory, Map<String, Integer> ports) {
        StringBuilder text = new StringBuilder("""
                HostKey %1$s/server
                AuthorizedKeysFile %1$s/user.pub
                PermitRootLogin prohibit-password
                PidFile none
                SetEnv SHLVL=2
                StrictModes no
                UsePAM no
                """.formatted(directory));
        ports.values().forEach(port -> text.append("ListenAddress 127.0.0.1:%d\n".formatted(port)));
        ports.forEach((host, port) ->
                text.append("Match LocalPort %d\nForceCommand exec '%s/shell' %s\n".formatted(port, directory, host)));
        return text.toString();
    }

    private static void await(Process server, int port, Path log) throws Exception {
        for (int attempt = 0; server.isAlive() && attempt < 100; attempt++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("sshd does not listen: " + Files.readString(log));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (Process server : servers.values()) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroy();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
