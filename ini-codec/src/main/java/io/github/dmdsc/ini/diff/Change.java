package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import java.util.Comparator;
import java.util.List;

/** One difference in meaning between two sides: before and after. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.HostAdded.class, name = "host-added"),
    @JsonSubTypes.Type(value = Change.HostRemoved.class, name = "host-removed"),
    @JsonSubTypes.Type(value = Change.FileAdded.class, name = "file-added"),
    @JsonSubTypes.Type(value = Change.FileRemoved.class, name = "file-removed"),
    @JsonSubTypes.Type(value = Change.ContentChanged.class, name = "content-changed"),
    @JsonSubTypes.Type(value = Change.PartAdded.class, name = "part-added"),
    @JsonSubTypes.Type(value = Change.PartRemoved.class, name = "part-removed"),
    @JsonSubTypes.Type(value = Change.EndpointRenumbered.class, name = "endpoint-renumbered"),
    @JsonSubTypes.Type(value = Change.ParameterAdded.class, name = "parameter-added"),
    @JsonSubTypes.Type(value = Change.ParameterRemoved.class, name = "parameter-removed"),
    @JsonSubTypes.Type(value = Change.ParameterChanged.class, name = "parameter-changed")
})
public sealed interface Change {
    /**
     * Ordered by place, on the side after if the change has a place there. Equal sets of changes have the same order.
     */
    Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.place().host())
            .thenComparing(change -> change.place().path())
            .thenComparing(change -> change.place().line())
            .thenComparing(Change::toString);

    /** Calls the method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /** The place of the change: on the side after, or on the side before if the subject no longer exists. */
    Location place();

    /** The same difference with before and after exchanged. */
    Change mirrored();

    /**
     * A host that had no files has files now. There are no further changes for these files.
     *
     * @param host the host
     * @param files the files
     */
    record HostAdded(String host, List<FileId> files) implements Change {
        public HostAdded {
            files = List.copyOf(files);
        }

        @Override
        public Location place() {
            return new Location(host, "", 0, 0);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hostAdded(this);
        }

        @Override
        public Change mirrored() {
            return new HostRemoved(host, files);
        }
    }

    /**
     * A host that had files has none now. There are no further changes for these files.
     *
     * @param host the host
     * @param files the files that the host had
     */
    record HostRemoved(String host, List<FileId> files) implements Change {
        public HostRemoved {
            files = List.copyOf(files);
        }

        @Override
        public Location place() {
            return new Location(host, "", 0, 0);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hostRemoved(this);
        }

        @Override
        public Change mirrored() {
            return new HostAdded(host, files);
        }
    }

    /**
     * A file was added.
     *
     * @param file the file
     */
    record FileAdded(FileId file) implements Change {
        @Override
        public Location place() {
            return Location.of(file);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileAdded(this);
        }

        @Override
        public Change mirrored() {
            return new FileRemoved(file);
        }
    }

    /**
     * A file was removed.
     *
     * @param file the file
     */
    record FileRemoved(FileId file) implements Change {
        @Override
        public Location place() {
            return Location.of(file);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fileRemoved(this);
        }

        @Override
        public Change mirrored() {
            return new FileAdded(file);
        }
    }

    /**
     * The bytes of a file that is no INI file have changed.
     *
     * @param file the file
     */
    record ContentChanged(FileId file) implements Change {
        @Override
        public Location place() {
            return Location.of(file);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.contentChanged(this);
        }

        @Override
        public Change mirrored() {
            return this;
        }
    }

    /**
     * An endpoint, a group, an instance, an archive, an address or a section was added. There are no further changes
     * for its contents.
     *
     * @param part the part
     * @param at the header of the part, or its line
     */
    record PartAdded(Part part, Location at) implements Change {
        @Override
        public Location place() {
            return at;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partAdded(this);
        }

        @Override
        public Change mirrored() {
            return new PartRemoved(part, at);
        }
    }

    /**
     * An endpoint, a group, an instance, an archive, an address or a section was removed. There are no further changes
     * for its contents.
     *
     * @param part the part
     * @param at the place where its header, or its line, was
     */
    record PartRemoved(Part part, Location at) implements Change {
        @Override
        public Location place() {
            return at;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partRemoved(this);
        }

        @Override
        public Change mirrored() {
            return new PartAdded(part, at);
        }
    }

    /**
     * The seqno of an endpoint has changed. The seqno is {@code DCR_EP_SEQNO}, or the position of the endpoint if it
     * has no {@code DCR_EP_SEQNO}.
     *
     * @param before the seqno before
     * @param after the seqno after
     */
    record EndpointRenumbered(Numbered before, Numbered after) implements Change {
        @Override
        public Location place() {
            return after.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.endpointRenumbered(this);
        }

        @Override
        public Change mirrored() {
            return new EndpointRenumbered(/* before= */ after, /* after= */ before);
        }

        /**
         * The seqno of an endpoint on one side.
         *
         * @param part the endpoint
         * @param seqno the seqno
         * @param at the place of {@code DCR_EP_SEQNO}, or the header of the endpoint if it has none
         */
        public record Numbered(Part part, int seqno, Location at) {}
    }

    /**
     * A parameter was added.
     *
     * @param key the key in upper case
     * @param after the value after
     */
    record ParameterAdded(String key, Value after) implements Change {
        @Override
        public Location place() {
            return after.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameterAdded(this);
        }

        @Override
        public Change mirrored() {
            return new ParameterRemoved(key, after);
        }
    }

    /**
     * A parameter was removed.
     *
     * @param key the key in upper case
     * @param before the value before
     */
    record ParameterRemoved(String key, Value before) implements Change {
        @Override
        public Location place() {
            return before.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameterRemoved(this);
        }

        @Override
        public Change mirrored() {
            return new ParameterAdded(key, before);
        }
    }

    /**
     * The value of a parameter has changed.
     *
     * @param key the key in upper case
     * @param before the value before
     * @param after the value after
     */
    record ParameterChanged(String key, Value before, Value after) implements Change {
        @Override
        public Location place() {
            return after.at();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameterChanged(this);
        }

        @Override
        public Change mirrored() {
            return new ParameterChanged(key, /* before= */ after, /* after= */ before);
        }
    }

    /** One method for each kind of change. */
    interface Visitor<R> {
        /** For {@link HostAdded}. */
        R hostAdded(HostAdded change);

        /** For {@link HostRemoved}. */
        R hostRemoved(HostRemoved change);

        /** For {@link FileAdded}. */
        R fileAdded(FileAdded change);

        /** For {@link FileRemoved}. */
        R fileRemoved(FileRemoved change);

        /** For {@link ContentChanged}. */
        R contentChanged(ContentChanged change);

        /** For {@link PartAdded}. */
        R partAdded(PartAdded change);

        /** For {@link PartRemoved}. */
        R partRemoved(PartRemoved change);

        /** For {@link EndpointRenumbered}. */
        R endpointRenumbered(EndpointRenumbered change);

        /** For {@link ParameterAdded}. */
        R parameterAdded(ParameterAdded change);

        /** For {@link ParameterRemoved}. */
        R parameterRemoved(ParameterRemoved change);

        /** For {@link ParameterChanged}. */
        R parameterChanged(ParameterChanged change);
    }
}
