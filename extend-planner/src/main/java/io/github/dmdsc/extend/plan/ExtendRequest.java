package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Waiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * The one node to add (DM8 DMDSC manual, chapter 14). Only its address must be given; what is not given is inferred, or
 * asked for. Ports are 1024 to 65534. Immutable.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExtendRequest.class)
@JsonDeserialize(builder = ExtendRequest.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ExtendRequest extends WithExtendRequest {
    /** The new node's address on the internal network; also the name of its host in the plan. */
    HostAddress host();

    /** Its address for clients: MAL_INST_HOST. */
    Optional<HostAddress> serviceHost();

    /** Port of its dmcss. */
    Optional<Port> cssPort();

    /** Port of its ASM server. */
    Optional<Port> asmPort();

    /** Key of its ASM server's shared memory, a positive number of 4 bytes; no other ASM server of the cluster may have it. */
    Optional<ShmKey> shmKey();

    /** Size of its ASM server's shared memory in MB, 10 to 40000. */
    Optional<Megabytes> shmSize();

    /** Port of its instance for clients: PORT_NUM. */
    Optional<Port> dbPort();

    /** Its MAL_PORT in dmmal.ini. */
    Optional<Port> malPort();

    /** Its MAL_PORT in dmasvrmal.ini. */
    Optional<Port> asmMalPort();

    /** Name of its CSS endpoint, at most 16 bytes. */
    Optional<String> cssName();

    /** Name of its ASM endpoint, at most 16 bytes. */
    Optional<String> asmName();

    /** Name of its DB endpoint, which is its INSTANCE_NAME; at most 16 bytes. */
    Optional<String> dbName();

    /** Its CONFIG_PATH: an absolute directory of its own host. */
    Optional<String> configPath();

    /** Its redo log files on ASM ({@code +GROUP/path}); two or more. */
    List<String> logFiles();

    /** Size of each of these in MB. */
    Optional<Megabytes> logSize();

    /** The DCRV disks of a mirror cluster, all of them, 1, 3 or 5: no file lists them. */
    List<String> dcrvDisks();

    /** The absolute directory of the programs, if the start commands do not say. */
    Optional<String> binDirectory();

    /** Where to set up a monitor if there is none: a dmcssm.ini on a host. */
    Optional<FileId> monitor();

    /** The monitors that run as services, those that are there and the one to set up; no file tells of such a service. */
    List<MonitorService> monitorServices();

    /** What becomes of the REMOTE archives of the nodes that are there; asked for where there are any. */
    Optional<RemoteChoice> remoteArchives();

    /** The DCR configuration to use where several differ. */
    Optional<FileId> dcrConfig();

    /** Values of further families by name, as the questions name them, for example {@code dmmal.MAL_DW_PORT}. */
    Map<String, String> values();

    /** Whether the new node shares a machine with one that is there; default: no. */
    @Value.Default
    default boolean sameMachine() {
        return false;
    }

    /** Whether its processes are registered and started as services of the operating system; default: no. */
    @Value.Default
    default boolean services() {
        return false;
    }

    /** Whether to infer nothing but what all nodes agree on and may share; default: no. */
    @Value.Default
    default boolean strict() {
        return false;
    }

    /** Findings of the rule book that somebody answers for. */
    List<Waiver> waivers();

    /** The limits of the edition; default: the current one, 8 nodes. */
    @Value.Default
    default EditionLimits limits() {
        return EditionLimits.CURRENT;
    }

    /**
     * The same request with an answer to a question.
     *
     * @param text the value as a suggestion has it; several values with commas between them
     * @throws IllegalArgumentException if the text is no value of that kind
     */
    default ExtendRequest answer(Question question, String text) {
        Optional<RequestAttribute> attribute = RequestAttribute.of(question.attribute());
        if (attribute.isPresent()) {
            return withTexts(
                    question.attribute(), attribute.get().several() ? List.of(text.split(",")) : List.of(text));
        }
        Map<String, String> all = new TreeMap<>(values());
        all.put(question.name(), text);
        return withValues(all);
    }

    /**
     * The same request with an attribute read from texts, as a request file has them.
     *
     * @param attribute its name in JSON, for example {@code cssPort}; not {@code values}
     * @param texts one text, or all of an attribute that is a list
     * @throws IllegalArgumentException if there is no such attribute, or a text is no value of it
     */
    default ExtendRequest withTexts(String attribute, List<String> texts) {
        return attribute(attribute).put().apply(this, texts);
    }

    /**
     * Which texts an attribute takes, in no language, for example {@code 1024-65534}.
     *
     * @param attribute its name in JSON, not {@code values}
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
     * @param file its dmcssm.ini
     * @param service the service's full name, without {@code .service}: letters, digits and {@code _ . : @ -}
     */
    record MonitorService(FileId file, String service) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]*");

        public MonitorService {
            if (!NAME.matcher(service).matches()) {
                throw new IllegalArgumentException("'" + service + "' is no name of a service");
            }
        }

        /**
         * Reads {@code <host>:</path>=<service>}.
         *
         * @throws IllegalArgumentException if the text is no such pair
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

    /** A request for a node at that address. */
    static Builder forHost(String address) {
        return builder().host(HostAddress.of(address));
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableExtendRequest.Builder {}
}
