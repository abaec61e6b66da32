package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cluster: the bytes of each file, by host and path. Immutable, sorted by host and path, safe to share
 * between threads. Does no I/O; {@link ClusterDirectory} reads and writes.
 *
 * <p>Two values are equal if they hold the same bytes under the same names. Permissions and charsets set by {@link
 * #withCharset} are ignored, because not every source has them.
 */
public final class ClusterFiles {
    private static final ClusterFiles EMPTY = new ClusterFiles(new TreeMap<>());

    private final NavigableMap<FileId, Content> files;

    private ClusterFiles(NavigableMap<FileId, Content> files) {
        this.files = files;
    }

    /** No files at all. */
    public static ClusterFiles empty() {
        return EMPTY;
    }

    /** Returns the given files, without permissions. The arrays are copied. */
    public static ClusterFiles of(Map<FileId, byte[]> files) {
        NavigableMap<FileId, Content> copy = new TreeMap<>();
        files.forEach((id, bytes) -> copy.put(id, new Content(bytes.clone(), Optional.empty(), Optional.empty())));
        return new ClusterFiles(copy);
    }

    /** Returns the given files, not copied. The caller must not change the map or the arrays afterwards. */
    static ClusterFiles owning(NavigableMap<FileId, Content> files) {
        return new ClusterFiles(files);
    }

    /** The names of all files, sorted by host and path. Unmodifiable. */
    public SortedSet<FileId> ids() {
        return Collections.unmodifiableSortedSet(files.navigableKeySet());
    }

    /** Returns a copy of the bytes of a file; empty if there is no such file. */
    public Optional<byte[]> find(FileId id) {
        return content(id).map(content -> content.bytes.clone());
    }

    /**
     * Returns a copy of the bytes of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public byte[] bytes(FileId id) {
        return existing(id).bytes.clone();
    }

    /**
     * Returns a file as a document, in the charset that {@link #withCharset} set for it. If none is set, the charset is
     * detected.
     *
     * @throws IllegalArgumentException if there is no such file, or if the set charset is not {@linkplain
     *     IniDocument#supports supported}
     */
    public IniDocument document(FileId id) {
        return existing(id).document();
    }

    /**
     * Returns the result of a function of a file's document. The function is called once for a key; the result is kept
     * as long as the bytes of the file, also in copies of this value in which other files differ.
     *
     * @param key names the function and everything else that its result depends on, for example the file's name
     * @param function a pure function, whose result is immutable
     * @throws IllegalArgumentException as {@link #document} does
     */
    @SuppressWarnings("unchecked") // One key stands for one function, so for one type.
    public <T> T once(FileId id, Object key, Function<IniDocument, T> function) {
        Content content = existing(id);
        return (T) content.results.computeIfAbsent(key, each -> function.apply(content.document()));
    }

    /**
     * Returns a copy with one file edited: {@code files.edit(id, document -> document.set("KEY", "value"))}.
     *
     * @throws IllegalArgumentException as {@link #document} does
     */
    public ClusterFiles edit(FileId id, UnaryOperator<IniDocument> edit) {
        return with(id, edit.apply(document(id)).toBytes());
    }

    /** Returns whether there is such a file. */
    public boolean contains(FileId id) {
        return files.containsKey(id);
    }

    /**
     * Returns the POSIX permission bits of a file, 0 to 0777; empty if the source had none, or if there is no such
     * file.
     */
    public Optional<Integer> mode(FileId id) {
        return content(id).flatMap(content -> content.mode);
    }

    /**
     * Returns the charset that {@link #withCharset} set for a file; empty if none was set, or if there is no such file.
     */
    public Optional<Charset> charset(FileId id) {
        return content(id).flatMap(content -> content.charset);
    }

    /**
     * Returns a copy with one file added or replaced. A replaced file keeps its permissions and its charset.
     *
     * @param id the file
     * @param bytes the bytes; the array is copied
     */
    public ClusterFiles with(FileId id, byte[] bytes) {
        return put(id, new Content(bytes.clone(), mode(id), charset(id)));
    }

    /**
     * Returns a copy with other permissions of one file.
     *
     * @param id the file
     * @param mode POSIX permission bits, 0 to 0777
     * @throws IllegalArgumentException if there is no such file, or if the mode has other bits
     */
    public ClusterFiles withMode(FileId id, int mode) {
        if ((mode & ~Modes.MASK) != 0) {
            throw new IllegalArgumentException("not POSIX permission bits: 0" + Integer.toOctalString(mode));
        }
        return put(id, new Content(existing(id).bytes, Optional.of(mode), charset(id)));
    }

    /**
     * Returns a copy in which one file is read in a given charset. Use it if the bytes do not show which charset it is.
     * {@link IniDocument#supports} tells which charsets can be read; another one makes {@link #document} throw.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public ClusterFiles withCharset(FileId id, Charset charset) {
        Content content = existing(id);
        return put(id, new Content(content.bytes, content.mode, Optional.of(charset)));
    }

    /**
     * Returns a copy with one file copied to another name, with its permissions and its charset.
     *
     * @param from the file to copy
     * @param to the new name
     * @throws IllegalArgumentException if there is no file {@code from}
     */
    public ClusterFiles copied(FileId from, FileId to) {
        return put(to, existing(from));
    }

    /** Returns a copy without the files that match. */
    public ClusterFiles withoutAll(Predicate<? super FileId> matches) {
        NavigableMap<FileId, Content> left = new TreeMap<>(files);
        return left.keySet().removeIf(matches) ? new ClusterFiles(left) : this;
    }

    /** Returns a copy without one file. If there is no such file, the result is equal to this value. */
    public ClusterFiles without(FileId id) {
        if (!contains(id)) {
            return this;
        }
        NavigableMap<FileId, Content> copy = new TreeMap<>(files);
        copy.remove(id);
        return new ClusterFiles(copy);
    }

    /**
     * Returns the path of a file in a directory tree of a cluster: {@code <host>/<absolute path>}, with {@code /}
     * between the names. Empty if the file could not be read back from that path.
     */
    public static Optional<String> relativePath(FileId id) {
        return Layout.toRelative(id);
    }

    /** The hosts that have files, sorted as text. Unmodifiable. */
    public SortedSet<String> hosts() {
        return Collections.unmodifiableSortedSet(
                files.keySet().stream().map(FileId::host).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The number of files. */
    public int size() {
        return files.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterFiles that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "ClusterFiles" + files.keySet();
    }

    private ClusterFiles put(FileId id, Content content) {
        NavigableMap<FileId, Content> copy = new TreeMap<>(files);
        copy.put(id, content);
        return new ClusterFiles(copy);
    }

    private Optional<Content> content(FileId id) {
        return Optional.ofNullable(files.get(Objects.requireNonNull(id, "id")));
    }

    private Content existing(FileId id) {
        return content(id).orElseThrow(() -> new IllegalArgumentException("no such file: " + id));
    }

    /** The bytes of a file, which do not change, with its permissions and its charset, which equality ignores. */
    static final class Content {
        private final byte[] bytes;
        private final Optional<Integer> mode;
        private final Optional<Charset> charset;
        private final Map<Object, Object> results = new ConcurrentHashMap<>();

        /** Created at the first access, because most files of a collected directory are never read as a document. */
        private volatile @Nullable IniDocument document;

        Content(byte[] bytes, Optional<Integer> mode, Optional<Charset> charset) {
            this.bytes = bytes;
            this.mode = mode;
            this.charset = charset;
        }

        private IniDocument document() {
            IniDocument known = document;
            if (known == null) {
                known = charset.map(named -> IniDocument.parse(bytes, named)).orElseGet(() -> IniDocument.parse(bytes));
                document = known;
            }
            return known;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
