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

/** One archive of an instance: a section of {@code dmarch.ini} (DM8 Data Watch manual, "dmarch.ini"). */
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

    /** The type of the archive. */
    @Parameter
    @JsonProperty(TYPE)
    Optional<ArchiveType> type();

    /** Returns whether the archive has the given type; {@code false} if its type is unknown. */
    default boolean isOfType(ArchiveType type) {
        return type().filter(type::equals).isPresent();
    }

    /** The paths of the archive: {@code ARCH_DEST} of a local archive, and {@code ARCH_INCOMING_PATH}. */
    default Stream<String> paths() {
        return Stream.of(destination(), incomingPath().map(StoragePath::text)).flatMap(Optional::stream);
    }

    String DESTINATION = "ARCH_DEST";

    /**
     * The destination. LOCAL: a directory. REMOTE: the name of another instance. Archive to a standby: the name of the
     * standby, or the names of its instances separated by {@code /}.
     */
    @Parameter
    @JsonProperty(DESTINATION)
    Optional<String> destination();

    String FILE_SIZE = "ARCH_FILE_SIZE";

    /** Size of one archive file, 64 to 2048 MB, 1024 if absent. LOCAL only. */
    @Parameter(min = 64, max = 2048, byDefault = "1024")
    @JsonProperty(FILE_SIZE)
    Optional<Megabytes> fileSize();

    String SPACE_LIMIT = "ARCH_SPACE_LIMIT";

    /** Space for all archive files, 1024 to 4294967294 MB, or 0 for no limit; 0 if absent. LOCAL only. */
    @Parameter(min = 1024, max = 4294967294L, orElse = 0, byDefault = "0")
    @JsonProperty(SPACE_LIMIT)
    Optional<Megabytes> spaceLimit();

    String INCOMING_PATH = "ARCH_INCOMING_PATH";

    /** REMOTE: the directory for the archives that the other instance sends. */
    @Parameter
    @JsonProperty(INCOMING_PATH)
    Optional<StoragePath> incomingPath();

    String FLUSH_BUFFER_SIZE = "ARCH_FLUSH_BUF_SIZE";

    /** Size of the buffer for writing to the disk, 0 to 128 MB, 2 if absent; 0: no buffer. */
    @Parameter(min = 0, max = 128, byDefault = "2")
    @JsonProperty(FLUSH_BUFFER_SIZE)
    Optional<Megabytes> flushBufferSize();

    String HANG_FLAG = "ARCH_HANG_FLAG";

    /**
     * What the instance does if a local archive cannot be written, 1 if absent. 0: it reports an error; 1: it waits; 2:
     * it deletes the oldest files first.
     */
    @Parameter(min = 0, max = 2, byDefault = "1")
    @JsonProperty(HANG_FLAG)
    Optional<Integer> hangFlag();

    String TIMER_NAME = "ARCH_TIMER_NAME";

    /** ASYNC: the timer in dmtimer.ini. */
    @Parameter
    @JsonProperty(TIMER_NAME)
    Optional<String> timerName();

    String SEND_DELAY = "ARCH_SEND_DELAY";

    /** ASYNC: delay before the log is sent, 0 to 1440 minutes, 0 if absent. */
    @Parameter(min = 0, max = 1440, byDefault = "0", unit = Unit.MINUTES)
    @JsonProperty(SEND_DELAY)
    Optional<Integer> sendDelay();

    String WAIT_APPLY = "WAIT_APPLY";

    /** REALTIME and TIMELY: the value of {@code ARCH_WAIT_APPLY} for this archive, 0 or 1. */
    @Parameter(min = 0, max = 1)
    @JsonProperty(WAIT_APPLY)
    Optional<Integer> waitApply();

    String RECOVER_TIME = "ARCH_RECOVER_TIME";

    /** SYNC: time between two checks of the standby, 1 to 86400 s, 1 if absent. */
    @Parameter(min = 1, max = 86400, byDefault = "1")
    @JsonProperty(RECOVER_TIME)
    Optional<Seconds> recoverTime();

    String STANDBY_APPLY = "ARCH_STANDBY_APPLY";

    /** 1: local archives are kept until this standby has applied them; 0: they are not; 0 if absent. */
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

    /** Every parameter without an accessor here, by upper-case key, each with all its values. */
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

    /** Returns a builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value. Setting an attribute again replaces it; {@code add} and {@code put} methods add to it. */
    class Builder extends ImmutableDmArchive.Builder {}
}
