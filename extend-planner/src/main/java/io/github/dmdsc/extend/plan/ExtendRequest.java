package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Waiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * The node to add to a cluster (DM8 DMDSC manual, chapter 14). You must give {@link #host()} only. A value that you do
 * not give is inferred from the existing nodes; if it cannot be inferred, it becomes a {@link Question}. Every port is
 * from 1024 to 65534. Immutable.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExtendRequest.class)
@JsonDeserialize(builder = ExtendRequest.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ExtendRequest extends WithExtendRequest {
    /** The internal address of the new node. It is also the name of the new host in the plan. */
    HostAddress host();

    /** The service address of the new node: {@code MAL_INST_HOST}. */
    Optional<HostAddress> serviceHost();

    /** The port of the new CSS endpoint: {@code DCR_EP_PORT}. */
    Optional<Port> cssPort();

    /** The port of the new ASM endpoint: {@code DCR_EP_PORT}. */
    Optional<Port> asmPort();

    /**
     * The shared memory key of the new ASM server: {@code DCR_EP_SHM_KEY}, 1 to 2147483647. No other ASM server of the
     * cluster may have the same key.
     */
    Optional<ShmKey> shmKey();

    /** The size of the shared memory of the new ASM server: {@code DCR_EP_SHM_SIZE}, 10 to 40000 MB. */
    Optional<Megabytes> shmSize();

    /** The port for clients of the new instance: {@code PORT_NUM}. */
    Optional<Port> dbPort();

    /** The port of the new instance in the MAL system: {@code MAL_PORT} in dmmal.ini. */
    Optional<Port> malPort();

    /** The port of the new ASM server in the MAL system: {@code MAL_PORT} in dmasvrmal.ini. */
    Optional<Port> asmMalPort();

    /** The name of the new CSS endpoint, at most 16 bytes. */
    Optional<String> cssName();

    /** The name of the new ASM endpoint, at most 16 bytes. */
    Optional<String> asmName();

    /** The name of the new DB endpoint, at most 16 bytes. It is also {@code INSTANCE_NAME}. */
    Optional<String> dbName();

    /** The configuration directory of the new instance: {@code CONFIG_PATH}, an absolute path on the new host. */
    Optional<String> configPath();

    /**
     * The paths of the new node's redo log files on ASM, in the form {@code +GROUP/path}. Give at least two, or leave
     * the list empty.
     */
    List<String> logFiles();

    /** The size of each redo log file in MB. */
    Optional<Megabytes> logSize();

    /**
     * All DCRV disks of a cluster of the mirror edition: 1, 3 or 5. No file of the cluster lists them, so you must give
     * them. Leave the list empty in the DMASM edition.
     */
    List<String> dcrvDisks();

    /**
     * The absolute path of the directory with Dameng's programs. Give it if the startup commands do not name the
     * directory.
     */
    Optional<String> binDirectory();

    /** The dmcssm.ini of the monitor to set up, with its host. Give it if the cluster has no monitor. */
    Optional<FileId> monitor();

    /**
     * The monitors that run as services of the operating system: existing monitors and the one to set up. No file says
     * that a monitor runs as a service, so you must list them.
     */
    List<MonitorService> monitorServices();

    /**
     * How the remote archives of the existing nodes change. If the existing nodes have remote archives and you do not
     * give this value, it becomes a {@link Question}.
     */
    Optional<RemoteArchiveChoice> remoteArchives();

    /** The file with the DCR configuration to use if the files hold several that differ. */
    Optional<FileId> dcrConfig();

    /**
     * Values of families that have no attribute of their own. The key is the name that a {@link Question} gives, for
     * example {@code dmmal.MAL_DW_PORT}.
     */
    Map<String, String> values();

    /** Whether the new node shares a machine with an existing node; the default is {@code false}. */
    @Value.Default
    default boolean sameMachine() {
        return false;
    }

    /**
     * Whether the processes of the new node are registered and started as services of the operating system; the default
     * is {@code false}.
     */
    @Value.Default
    default boolean services() {
        return false;
    }

    /**
     * Whether to infer a value only if all existing nodes have the same value and the new node may have that value too;
     * the default is {@code false}.
     */
    @Value.Default
    default boolean strict() {
        return false;
    }

    /** The findings of the standard rules that are accepted, with the reasons; the default is none. */
    List<Waiver> waivers();

    /**
     * The limits of the manual's edition; the default is {@link ManualLimits#CURRENT}, with at most 8 endpoints in a
     * group.
     */
    @Value.Default
    default ManualLimits limits() {
        return ManualLimits.CURRENT;
    }

    /**
     * A copy of this request with the answer to a question.
     *
     * @param question the question
     * @param text the answer, in the form of {@link Question#form()}; if the attribute is a list, the values with
     *     commas between them
     * @throws IllegalArgumentException if the attribute does not take the text
     */
    default ExtendRequest answer(Question question, String text) {
        Optional<RequestAttribute> attribute = RequestAttribute.of(question.attribute());
        if (attribute.isPresent()) {
            return toBuilder()
                    .attribute(
                            question.attribute(), attribute.get().several() ? List.of(text.split(",")) : List.of(text))
                    .build();
        }
        Map<String, String> all = new TreeMap<>(values());
        all.put(question.name(), text);
        return withValues(all);
    }

    /**
     * The form of the texts that an attribute takes, for example {@code 1024-65534} or {@code <MB>}. The form is the
     * same in every language.
     *
     * @param attribute the name of the attribute in JSON, not {@code values}
     * @throws IllegalArgumentException if there is no such attribute
     */
    static String form(String attribute) {
        return attribute(attribute).form();
    }

    private static RequestAttribute attribute(String name) {
        return RequestAttribute.of(name)
                .orElseThrow(() -> new IllegalArgumentException("a request has no attribute " + name));
    }

    /**
     * A monitor that runs as a service of the operating system.
     *
     * @param file the dmcssm.ini of the monitor
     * @param service the full name of the service, without {@code .service}: letters, digits and {@code _ . : @ -}; the
     *     first character is a letter, a digit or {@code _}
     */
    record MonitorService(FileId file, String service) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]*");

        public MonitorService {
            if (!NAME.matcher(service).matches()) {
                throw new IllegalArgumentException("'" + service + "' is no name of a service");
            }
        }

        /**
         * Reads {@code <host>:</path>=<service>}; the service may end in {@code .service}.
         *
         * @throws IllegalArgumentException if the text has another form, or the service has another character
         */
        static MonitorService parse(String text) {
            int equals = text.lastIndexOf('=');
            if (equals == -1) {
                throw new IllegalArgumentException("'" + text + "' must be <host>:</path>=<service>");
            }
            String service = text.substring(equals + 1);
            return new MonitorService(
                    FileId.parse(text.substring(0, equals)),
                    service.endsWith(".service") ? service.substring(0, service.length() - 8) : service);
        }

        @Override
        public String toString() {
            return file + "=" + service;
        }
    }

    /** A builder that begins with the values of this request. */
    default Builder toBuilder() {
        Builder builder = builder();
        builder.from(this);
        return builder;
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of a request for a new node with this internal address.
     *
     * @throws IllegalArgumentException if the text is no {@linkplain HostAddress address}
     */
    static Builder forHost(String address) {
        return builder().host(HostAddress.of(address));
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableExtendRequest.Builder {
        /**
         * Sets one attribute. The value is read from texts, as in a request file.
         *
         * @param attribute the name of the attribute in JSON, for example {@code cssPort}; not {@code values}
         * @param texts one text, or one text for each value if the attribute is a list
         * @throws IllegalArgumentException if there is no such attribute, or if the attribute does not take a text
         */
        public Builder attribute(String attribute, List<String> texts) {
            ExtendRequest.attribute(attribute).put().accept(this, texts);
            return this;
        }
    }
}
