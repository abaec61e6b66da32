package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteChoice;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that describe the new node. */
final class RequestOptions {
    @Option(names = "--host", required = true, description = "Its address on the internal network.")
    private String host = "";

    @Option(names = "--service-host", description = "Its address for clients (MAL_INST_HOST).")
    private @Nullable String serviceHost;

    @Option(names = "--css-port", description = "Port of its dmcss.")
    private @Nullable Integer cssPort;

    @Option(names = "--asm-port", description = "Port of its ASM server.")
    private @Nullable Integer asmPort;

    @Option(names = "--shm-key", description = "Shared memory key of its ASM server.")
    private @Nullable Integer shmKey;

    @Option(names = "--shm-size", description = "Shared memory of its ASM server in MB.")
    private @Nullable Long shmSize;

    @Option(names = "--db-port", description = "Port of its instance (PORT_NUM).")
    private @Nullable Integer dbPort;

    @Option(names = "--mal-port", description = "MAL_PORT in dmmal.ini.")
    private @Nullable Integer malPort;

    @Option(names = "--asm-mal-port", description = "MAL_PORT in dmasvrmal.ini.")
    private @Nullable Integer asmMalPort;

    @Option(names = "--css-name", description = "Name of its CSS endpoint.")
    private @Nullable String cssName;

    @Option(names = "--asm-name", description = "Name of its ASM endpoint.")
    private @Nullable String asmName;

    @Option(names = "--db-name", description = "Name of its instance.")
    private @Nullable String dbName;

    @Option(names = "--config-path", description = "Its CONFIG_PATH.")
    private @Nullable String configPath;

    @Option(names = "--log-file", description = "A redo log file for it on ASM; two or more.")
    private List<String> logFiles = List.of();

    @Option(names = "--log-size", description = "Size of each of them in MB.")
    private @Nullable Long logSize;

    @Option(names = "--dcrv-disk", description = "A DCRV disk of a mirror cluster; name all.")
    private List<String> dcrvDisks = List.of();

    @Option(
            names = "--bin",
            description = "Where the programs lie on its host, and on any whose start commands do not say.")
    private @Nullable String bin;

    @Option(names = "--monitor", paramLabel = "<host>:<path>", description = "Where to set up a monitor if none is.")
    private @Nullable String monitor;

    @Option(
            names = "--remote-archives",
            paramLabel = "add|keep",
            description = "Whether the other nodes' dmarch.ini gain a REMOTE section for it, where they have such.")
    private @Nullable String remoteArchives;

    @Mixin
    private DcrOption dcrConfig = new DcrOption();

    @Option(names = "--value", paramLabel = "<name>=<value>", description = "Any other value that is asked for.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--same-machine", description = "It shares a machine with another node.")
    private boolean sameMachine;

    @Mixin
    private WaiverOptions waivers = new WaiverOptions();

    @Option(names = "--services", description = "Register and start its processes as services.")
    private boolean services;

    @Option(names = "--strict", description = "Infer nothing; ask for every value.")
    private boolean strict;

    @Option(names = "--limits", defaultValue = "current", description = "current (8 nodes) or older (16 nodes).")
    private LimitsProfile limits = LimitsProfile.current;

    /**
     * The request that the options describe.
     *
     * @throws ParameterException if one of them cannot be read
     */
    ExtendRequest request(CommandSpec spec) {
        try {
            ExtendRequest.Builder request = ExtendRequest.builder()
                    .host(named("--host", host, HostAddress::of))
                    .serviceHost(map("--service-host", serviceHost, HostAddress::of))
                    .cssPort(map("--css-port", cssPort, Port::of))
                    .asmPort(map("--asm-port", asmPort, Port::of))
                    .shmKey(map("--shm-key", shmKey, ShmKey::of))
                    .shmSize(map("--shm-size", shmSize, Megabytes::of))
                    .dbPort(map("--db-port", dbPort, Port::of))
                    .malPort(map("--mal-port", malPort, Port::of))
                    .asmMalPort(map("--asm-mal-port", asmMalPort, Port::of))
                    .cssName(Optional.ofNullable(cssName))
                    .asmName(Optional.ofNullable(asmName))
                    .dbName(Optional.ofNullable(dbName))
                    .configPath(Optional.ofNullable(configPath))
                    .logFiles(logFiles)
                    .logSize(map("--log-size", logSize, Megabytes::of))
                    .dcrvDisks(dcrvDisks)
                    .waivers(waivers.waivers(spec))
                    .binDirectory(Optional.ofNullable(bin))
                    .monitor(map("--monitor", monitor, RequestOptions::file))
                    .remoteArchives(map("--remote-archives", remoteArchives, RequestOptions::remoteChoice))
                    .dcrConfig(dcrConfig.file(spec))
                    .values(values)
                    .sameMachine(sameMachine)
                    .services(services)
                    .strict(strict);
            return request.limits(limits.limits()).build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static RemoteChoice remoteChoice(String text) {
        return switch (text) {
            case "add" -> RemoteChoice.ADD;
            case "keep" -> RemoteChoice.KEEP;
            default -> throw new IllegalArgumentException("'" + text + "' must be add or keep");
        };
    }

    static <A, B> Optional<B> map(String option, @Nullable A value, Function<A, B> mapping) {
        return Optional.ofNullable(value).map(given -> named(option, given, mapping));
    }

    /** What is wrong with a value is said with the option that has it. */
    private static <A, B> B named(String option, A value, Function<A, B> mapping) {
        try {
            return mapping.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    /** A file named {@code <host>:<path>}; the path begins at the first slash or drive letter behind a colon. */
    static FileId file(String text) {
        for (int colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
            String path = text.substring(colon + 1);
            if (path.startsWith("/") || path.matches("[A-Za-z]:[/\\\\].*")) {
                return new FileId(text.substring(0, colon), path.replace('\\', '/'));
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not <host>:<absolute path>");
    }
}
