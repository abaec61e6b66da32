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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a cluster: which bytes lie at which path of which host. Immutable, sorted by host and path, safe to
 * share between threads. Does no I/O; {@link ClusterDirectory} does.
 *
 * <p>Two values are equal if they hold the same bytes under the same names. Permissions do not count: not every source
 * has them. Nor do charsets that somebody named.
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

    /** These files, their permissions unknown. The bytes are copied. */
    public static ClusterFiles of(Map<FileId, byte[]> files) {
        NavigableMap<FileId, Content> copy = new TreeMap<>();
        files.forEach((id, bytes) -> copy.put(id, new Content(bytes.clone(), Optional.empty(), Optional.empty())));
        return new ClusterFiles(copy);
    }

    /** These files; neither the map nor the arrays in it are touched afterwards by whoever made them. */
    static ClusterFiles owning(NavigableMap<FileId, Content> files) {
        return new ClusterFiles(files);
    }

    /** The names of all files, sorted by host and path. Unmodifiable. */
    public SortedSet<FileId> ids() {
        return Collections.unmodifiableSortedSet(files.navigableKeySet());
    }

    /** A copy of the bytes of a file, if it is there. */
    public Optional<byte[]> find(FileId id) {
        return content(id).map(content -> content.bytes.clone());
    }

    /**
     * A copy of the bytes of a file.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public byte[] bytes(FileId id) {
        return existing(id).bytes.clone();
    }

    /**
     * A file as a document, in the charset that is {@linkplain #withCharset named} for it, else in the one that its bytes
     * show.
     *
     * @throws IllegalArgumentException if there is no such file, or the charset that is named is not one of those that
     *     {@linkplain IniDocument#supports documents are read in}
     */
    public IniDocument document(FileId id) {
        return existing(id).document();
    }

    /**
     * The result of a function of a file's document. The function is called once for a key; the result is kept as long as
     * the bytes of the file, also in the values that {@link #with} and its like make for other files.
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
     * The same files, one of them edited: {@code files.edit(id, document -> document.set("KEY", "value"))}.
     *
     * @throws IllegalArgumentException as {@link #document} does
     */
    public ClusterFiles edit(FileId id, UnaryOperator<IniDocument> edit) {
        return with(id, edit.apply(document(id)).toBytes());
    }

    /** Whether there is such a file. */
    public boolean contains(FileId id) {
        return files.containsKey(id);
    }

    /** The POSIX permission bits of a file, 0 to 0777; empty where the source had none, or there is no such file. */
    public Optional<Integer> mode(FileId id) {
        return content(id).flatMap(content -> content.mode);
    }

    /** The charset that {@link #withCharset} named for a file; empty where none was, or there is no such file. */
    public Optional<Charset> charset(FileId id) {
        return content(id).flatMap(content -> content.charset);
    }

    /**
     * The same files and this one, whose bytes are copied. A file that exists is replaced and keeps its permissions and
     * its charset.
     */
    public ClusterFiles with(FileId id, byte[] bytes) {
        return put(id, new Content(bytes.clone(), mode(id), charset(id)));
    }

    /**
     * The same files, one with other permissions.
     *
     * @param mode POSIX permission bits, 0 to 0777
     * @throws IllegalArgumentException if there is no such file, or the mode has other bits
     */
    public ClusterFiles withMode(FileId id, int mode) {
        if ((mode & ~Modes.MASK) != 0) {
            throw new IllegalArgumentException("not POSIX permission bits: 0" + Integer.toOctalString(mode));
        }
        return put(id, new Content(existing(id).bytes, Optional.of(mode), charset(id)));
    }

    /**
     * The same files, one of them to be read as text of a charset, where the bytes leave in doubt which it is. {@link
     * IniDocument#supports} says which charsets can be read.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public ClusterFiles withCharset(FileId id, Charset charset) {
        Content content = existing(id);
        return put(id, new Content(content.bytes, content.mode, Optional.of(charset)));
    }

    /**
     * The same files and a copy of one of them, with its permissions and its charset.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public ClusterFiles copied(FileId from, FileId to) {
        return put(to, existing(from));
    }

    /** The same files without this one, whether it was there or not. */
    public ClusterFiles without(FileId id) {
        if (!contains(id)) {
            return this;
        }
        NavigableMap<FileId, Content> copy = new TreeMap<>(files);
        copy.remove(id);
        return new ClusterFiles(copy);
    }

    /**
     * Where a file lies in a directory tree of a cluster, {@code <host>/<absolute path>}, with {@code /} between the
     * names; empty if it could not be read back from there as the same file.
     */
    public static Optional<String> relativePath(FileId id) {
        return Layout.toRelative(id);
    }

    /** The hosts that have files, sorted as text. Unmodifiable. */
    public SortedSet<String> hosts() {
        return Collections.unmodifiableSortedSet(
                files.keySet().stream().map(FileId::host).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** How many files there are. */
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

    /** Bytes that nobody changes any more, and permissions and a charset, which equality ignores. */
    static final class Content {
        private final byte[] bytes;
        private final Optional<Integer> mode;
        private final Optional<Charset> charset;
        private final Map<Object, Object> results = new ConcurrentHashMap<>();

        /** Read when somebody asks for it: most files of a directory that was collected are read by nobody. */
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
