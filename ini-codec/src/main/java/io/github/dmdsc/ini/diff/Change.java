package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import java.util.Comparator;
import java.util.List;

/** One difference of meaning, from a side before to a side after. */
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
    /** By place on the side after, where there is one; the same changes always come in the same order. */
    Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.place().host())
            .thenComparing(change -> change.place().path())
            .thenComparing(change -> change.place().line())
            .thenComparing(Change::toString);

    /** Calls the method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /** Where it is seen: on the side after, where there is something to see. */
    Location place();

    /** The same difference, seen from the other side. */
    Change mirrored();

    /**
     * A host that had no files has some. Of these no other change tells.
     *
     * @param host the host
     * @param files its files
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
     * A host has no files any more. Of these no other change tells.
     *
     * @param host the host
     * @param files the files that it had
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
     * A file is there that was not.
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
     * A file is gone.
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
     * A file that is no INI file has other bytes.
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
     * An endpoint, group, instance, archive, address or section is there that was not. Of what is in it no other change
     * tells.
     *
     * @param part the part
     * @param at its header, or its line
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
     * An endpoint, group, instance, archive, address or section is gone. Of what was in it no other change tells.
     *
     * @param part the part
     * @param at where its header, or its line, was
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
     * An endpoint has another seqno: by {@code DCR_EP_SEQNO}, or by its position where it has none.
     *
     * @param before its number before
     * @param after its number after
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
         * The number of an endpoint on one side.
         *
         * @param part the endpoint
         * @param seqno its number
         * @param at where {@code DCR_EP_SEQNO} stands, or the header
         */
        public record Numbered(Part part, int seqno, Location at) {}
    }

    /**
     * A parameter is there that was not.
     *
     * @param key its key in upper case
     * @param after what it is
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
     * A parameter is gone.
     *
     * @param key its key in upper case
     * @param before what it was
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
     * A parameter has another value.
     *
     * @param key its key in upper case
     * @param before what it was
     * @param after what it is
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
