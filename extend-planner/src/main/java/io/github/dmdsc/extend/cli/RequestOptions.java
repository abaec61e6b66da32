package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RequestFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Waiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that describe the new node. */
final class RequestOptions {
    @Option(
            names = "--request",
            paramLabel = "<file>",
            description = "A file that describes the new node, as <attribute> = <value> lines or as JSON."
                    + " Options take precedence.")
    private @Nullable Path requestFile;

    @Option(
            names = "--host",
            description = "The internal address of the new node, at which the other nodes reach it. Required,"
                    + " here or in the file.")
    private @Nullable String host;

    @Mixin
    private DcrOption dcrConfig = new DcrOption();

    @Mixin
    private WaiverOptions waivers = new WaiverOptions();

    @ArgGroup(
            validate = false,
            headingKey = "plan.group.endpoints",
            heading = "%nAddresses, ports and keys of the new node:%n")
    private Endpoints endpoints = new Endpoints();

    @ArgGroup(
            validate = false,
            headingKey = "plan.group.places",
            heading = "%nNames and directories of the new node:%n")
    private Places places = new Places();

    @ArgGroup(
            validate = false,
            headingKey = "plan.group.storage",
            heading = "%nRedo log files and disks of the new node:%n")
    private Storage storage = new Storage();

    @ArgGroup(
            validate = false,
            headingKey = "plan.group.surroundings",
            heading = "%nMonitors, archives and services:%n")
    private Surroundings surroundings = new Surroundings();

    @ArgGroup(validate = false, headingKey = "plan.group.judgement", heading = "%nHow the plan is made:%n")
    private Judgement judgement = new Judgement();

    /** Addresses, ports and keys of the new node. */
    private static final class Endpoints {
        @Option(names = "--service-host", description = "The new node's service address, for clients (MAL_INST_HOST).")
        private @Nullable String serviceHost;

        @Option(names = "--css-port", description = "Port of the new node's dmcss.")
        private @Nullable Integer cssPort;

        @Option(names = "--asm-port", description = "Port of the new node's ASM server.")
        private @Nullable Integer asmPort;

        @Option(names = "--shm-key", description = "Shared memory key of the new node's ASM server.")
        private @Nullable Integer shmKey;

        @Option(names = "--shm-size", description = "Shared memory size of the new node's ASM server in MB.")
        private @Nullable Long shmSize;

        @Option(names = "--db-port", description = "Port of the new instance (PORT_NUM).")
        private @Nullable Integer dbPort;

        @Option(names = "--mal-port", description = "MAL_PORT of the new instance in dmmal.ini.")
        private @Nullable Integer malPort;

        @Option(names = "--asm-mal-port", description = "MAL_PORT of the new ASM server in dmasvrmal.ini.")
        private @Nullable Integer asmMalPort;
    }

    /** Names and directories of the new node. */
    private static final class Places {
        @Option(names = "--css-name", description = "Name of the new CSS endpoint.")
        private @Nullable String cssName;

        @Option(names = "--asm-name", description = "Name of the new ASM endpoint.")
        private @Nullable String asmName;

        @Option(names = "--db-name", description = "Name of the new instance.")
        private @Nullable String dbName;

        @Option(names = "--config-path", description = "CONFIG_PATH of the new instance.")
        private @Nullable String configPath;

        @Option(
                names = "--bin",
                description =
                        "Directory of the programs on the new host, and on hosts whose startup commands do not name it.")
        private @Nullable String bin;

        @Option(
                names = "--value",
                paramLabel = "<name>=<value>",
                description = "Any other value that the planner asks for.")
        private Map<String, String> values = new LinkedHashMap<>();
    }

    /** Redo log files and disks of the new node. */
    private static final class Storage {
        @Option(names = "--log-file", split = ",", description = "A redo log file of the new node on ASM; two or more.")
        private List<String> logFiles = List.of();

        @Option(names = "--log-size", description = "Size of each redo log file in MB.")
        private @Nullable Long logSize;

        @Option(names = "--dcrv-disk", split = ",", description = "A DCRV disk of a mirror cluster; name every one.")
        private List<String> dcrvDisks = List.of();
    }

    /** Monitors, archives and services. */
    private static final class Surroundings {
        @Option(
                names = "--monitor",
                paramLabel = "<host>:<path>",
                description = "Where to set up a monitor if there is none.")
        private @Nullable String monitor;

        @Option(
                names = "--monitor-service",
                paramLabel = "<host>:<path>=<service>",
                description = "The service that runs the monitor with this dmcssm.ini; name every such monitor.")
        private List<String> monitorServices = List.of();

        @Option(
                names = "--remote-archives",
                paramLabel = "add|keep",
                description = "If the nodes have REMOTE archives: whether the dmarch.ini of every existing node gets"
                        + " a REMOTE section for the new node.")
        private @Nullable Archives remoteArchives;

        @Option(names = "--services", description = "Register and start the new node's processes as services.")
        private boolean services;

        /** The values of {@code --remote-archives}. */
        private enum Archives {
            add,
            keep
        }
    }

    /** How the plan is made. */
    private static final class Judgement {
        @Option(names = "--same-machine", description = "The new node shares a machine with another node.")
        private boolean sameMachine;

        @Option(names = "--strict", description = "Infer no name, port, key or directory; ask for each.")
        private boolean strict;

        @Option(names = "--limits", description = "current (8 nodes, the default) or older (16 nodes).")
        private @Nullable LimitsProfile limits;
    }

    /** Returns the file that {@code --request} names. */
    Optional<Path> file() {
        return Optional.ofNullable(requestFile);
    }

    /**
     * Returns the request from the options and the request file. An option takes precedence over the file.
     *
     * @param findings receives the findings about the request file
     * @return the request; empty if the request file cannot be used
     * @throws ParameterException if an option has an unusable value, or neither an option nor a file describes the node
     */
    Optional<RequestFile> request(CommandSpec spec, List<Finding> findings) {
        Optional<RequestFile> base = Optional.empty();
        if (requestFile != null) {
            Read<Optional<RequestFile>> read = InputFile.bytes(requestFile, findings)
                    .map(bytes -> RequestFile.read(bytes, String.valueOf(requestFile)))
                    .orElseGet(() -> new Read<>(Optional.empty(), List.of()));
            findings.addAll(read.findings());
            base = read.value();
            if (base.isEmpty()) {
                return base;
            }
        } else if (host == null) {
            throw UsageError.of(spec, "missing", Map.of("missing", List.of("--host=<address>")));
        }
        Map<String, List<String>> given = given();
        Map<String, Location> inFile =
                new HashMap<>(base.map(RequestFile::places).orElse(Map.of()));
        inFile.keySet().removeAll(given.keySet());
        ExtendRequest.Builder builder =
                base.map(RequestFile::request).map(ExtendRequest::toBuilder).orElseGet(ExtendRequest::builder);
        for (Map.Entry<String, List<String>> each : given.entrySet()) {
            try {
                builder.attribute(each.getKey(), each.getValue());
            } catch (IllegalArgumentException e) {
                throw UsageError.of(
                        spec,
                        "form",
                        Map.of(
                                "option",
                                Objects.requireNonNull(Flags.OPTIONS.get("request." + each.getKey())),
                                "given",
                                String.join(",", each.getValue()),
                                "form",
                                ExtendRequest.form(each.getKey())));
            }
        }
        ExtendRequest request = builder.build();
        Map<String, String> allValues = new LinkedHashMap<>(request.values());
        allValues.putAll(places.values);
        List<Waiver> allWaivers = new ArrayList<>(request.waivers());
        allWaivers.addAll(waivers.waivers(spec));
        Optional<FileId> dcr = dcrConfig.file(spec);
        request = request.withValues(allValues).withWaivers(allWaivers);
        return Optional.of(new RequestFile(dcr.isPresent() ? request.withDcrConfig(dcr) : request, inFile));
    }

    /** Returns the values of the given options, by the name of the attribute. */
    private Map<String, List<String>> given() {
        Map<String, List<String>> given = new LinkedHashMap<>();
        put(given, "host", host);
        put(given, "serviceHost", endpoints.serviceHost);
        put(given, "cssPort", endpoints.cssPort);
        put(given, "asmPort", endpoints.asmPort);
        put(given, "shmKey", endpoints.shmKey);
        put(given, "shmSize", endpoints.shmSize);
        put(given, "dbPort", endpoints.dbPort);
        put(given, "malPort", endpoints.malPort);
        put(given, "asmMalPort", endpoints.asmMalPort);
        put(given, "cssName", places.cssName);
        put(given, "asmName", places.asmName);
        put(given, "dbName", places.dbName);
        put(given, "configPath", places.configPath);
        put(given, "logFiles", storage.logFiles.toArray());
        put(given, "logSize", storage.logSize);
        put(given, "dcrvDisks", storage.dcrvDisks.toArray());
        put(given, "binDirectory", places.bin);
        put(given, "monitor", surroundings.monitor);
        put(given, "monitorServices", surroundings.monitorServices.toArray());
        put(given, "remoteArchives", surroundings.remoteArchives);
        put(given, "sameMachine", judgement.sameMachine ? true : null);
        put(given, "services", surroundings.services ? true : null);
        put(given, "strict", judgement.strict ? true : null);
        put(given, "limits", judgement.limits);
        return given;
    }

    private static void put(Map<String, List<String>> given, String attribute, @Nullable Object... values) {
        List<String> texts =
                Stream.of(values).filter(Objects::nonNull).map(String::valueOf).toList();
        if (!texts.isEmpty()) {
            given.put(attribute, texts);
        }
    }
}
