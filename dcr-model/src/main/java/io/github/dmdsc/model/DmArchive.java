package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One archive of an instance.
 */
@ParameterFile(value = FileKind.DMARCH, manual = "DM8 Data Watch, dmarch.ini")
@Value.Immutable
@JsonSerialize(as = ImmutableDmArchive.class)
@JsonDeserialize(builder = DmArchive.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DmArchive extends SectionSet<DmArchive>, WithDmArchive {
    /** The name of its section, for example {@code ARCHIVE_LOCAL1}. */
    @Override
    @JsonProperty("section")
    String section();

    String TYPE = "ARCH_TYPE";

    /** What the archive is for. */
    @Parameter
    @JsonProperty(TYPE)
    Optional<ArchiveType> type();

    /** Whether it is an archive of a type; false where the type is unknown. */
    default boolean isOfType(ArchiveType type) {
        return type().filter(type::equals).isPresent();
    }

    /** The texts that may be paths: ARCH_DEST, which is one in a local archive only, and ARCH_INCOMING_PATH. */
    default Stream<String> paths() {
        return Stream.of(destination(), incomingPath().map(StoragePath::text)).flatMap(Optional::stream);
    }

    String DESTINATION = "ARCH_DEST";

    /** LOCAL: a directory. REMOTE: the name of another instance. To a standby: its name, or those of its instances with {@code /} between. */
    @Parameter
    @JsonProperty(DESTINATION)
    Optional<String> destination();

    String FILE_SIZE = "ARCH_FILE_SIZE";

    /** Size of one archive file, 64 to 2048 MB, 1024 if absent. LOCAL only. */
    @Parameter(min = 64, max = 2048, byDefault = "1024")
    @JsonProperty(FILE_SIZE)
    Optional<Megabytes> fileSize();

    String SPACE_LIMIT = "ARCH_SPACE_LIMIT";

    /** Space for all archive files, 1024 to 4294967294 MB; 0, and if absent: no limit. LOCAL only. */
    @Parameter(min = 1024, max = 4294967294L, orElse = 0, byDefault = "0")
    @JsonProperty(SPACE_LIMIT)
    Optional<Megabytes> spaceLimit();

    String INCOMING_PATH = "ARCH_INCOMING_PATH";

    /** REMOTE: local directory for what the other instance sends. */
    @Parameter
    @JsonProperty(INCOMING_PATH)
    Optional<StoragePath> incomingPath();

    String FLUSH_BUFFER_SIZE = "ARCH_FLUSH_BUF_SIZE";

    /** Buffer before the disk, 0 to 128 MB, 2 if absent; 0: none. */
    @Parameter(min = 0, max = 128, byDefault = "2")
    @JsonProperty(FLUSH_BUFFER_SIZE)
    Optional<Megabytes> flushBufferSize();

    String HANG_FLAG = "ARCH_HANG_FLAG";

    /** What happens when a local archive cannot be written, 1 if absent; 0: an error, 1: wait, 2: the oldest files go first. */
    @Parameter(min = 0, max = 2, byDefault = "1")
    @JsonProperty(HANG_FLAG)
    Optional<Integer> hangFlag();

    String TIMER_NAME = "ARCH_TIMER_NAME";

    /** ASYNC: the timer in dmtimer.ini. */
    @Parameter
    @JsonProperty(TIMER_NAME)
    Optional<String> timerName();

    String SEND_DELAY = "ARCH_SEND_DELAY";

    /** ASYNC: how late the log is sent, 0 to 1440 minutes, 0 if absent. */
    @Parameter(min = 0, max = 1440, byDefault = "0", unit = Unit.MINUTES)
    @JsonProperty(SEND_DELAY)
    Optional<Integer> sendDelay();

    String WAIT_APPLY = "WAIT_APPLY";

    /** REALTIME and TIMELY: 0 or 1, for this archive instead of ARCH_WAIT_APPLY. */
    @Parameter(min = 0, max = 1)
    @JsonProperty(WAIT_APPLY)
    Optional<Integer> waitApply();

    String RECOVER_TIME = "ARCH_RECOVER_TIME";

    /** SYNC: time between two looks at the standby, 1 to 86400 s, 1 if absent. */
    @Parameter(min = 1, max = 86400, byDefault = "1")
    @JsonProperty(RECOVER_TIME)
    Optional<Seconds> recoverTime();

    String STANDBY_APPLY = "ARCH_STANDBY_APPLY";

    /** 0 or 1, 0 if absent: whether local archives are kept until this standby has applied them. */
    @Parameter(min = 0, max = 1, byDefault = "0")
    @JsonProperty(STANDBY_APPLY)
    Optional<Integer> standbyApply();

    String ASM_MIRROR = "ARCH_ASM_MIRROR";

    /** Number of mirrors, 1 to 3. Mirror only. */
    @Parameter(min = 1, max = 3, editions = StorageEdition.MIRROR)
    @JsonProperty(ASM_MIRROR)
    Optional<Integer> asmMirror();

    String ASM_STRIPING = "ARCH_ASM_STRIPING";

    /** Width of a stripe, 0, 32, 64, 128 or 256 KB; 0: none. Mirror only. */
    @Parameter(
            values = {0, 32, 64, 128, 256},
            unit = Unit.KILOBYTES,
            editions = StorageEdition.MIRROR)
    @JsonProperty(ASM_STRIPING)
    Optional<Integer> asmStriping();

    /** Parameters that this type does not name, by upper-case key, each with every value that it has. */
    @Override
    @JsonAnyGetter
    @JsonAnySetter
    Map<String, List<String>> other();

    @Override
    @JsonIgnore
    @Value.Auxiliary
    @Value.Default
    default Origin origin() {
        return Origin.none("DmArchive");
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDmArchive.Builder {}
}
