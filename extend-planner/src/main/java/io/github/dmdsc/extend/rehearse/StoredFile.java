package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.digest.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, with the values that the model reads from it. Many states of the cluster share one object, so
 * the content is read once. Two objects are equal if their bytes are equal. Threads that read at the same time may each
 * read it, with the same result.
 */
final class StoredFile {
    static final StoredFile EMPTY = new StoredFile(new byte[0], Optional.empty());

    private final byte[] bytes;
    private final Optional<Charset> charset;
    private final Supplier<Ini> ini = new Lazy<>(() -> Ini.of(document()));
    private final Supplier<Dcr> dcr = new Lazy<>(() -> Dcr.of(ini()));
    private final Supplier<FileSort> sort = new Lazy<>(() -> FileSort.of(ini()));
    private final Supplier<String> sha256 = new Lazy<>(() -> Hashes.sha256(bytes()));
    private final Supplier<Integer> hash = new Lazy<>(() -> Arrays.hashCode(bytes()));

    /**
     * Keeps one object for each content, so that the content is read only once, although a plan is carried out in
     * several orders. Thread-safe.
     */
    static final class Pool {
        private final Map<Content, StoredFile> known = new ConcurrentHashMap<>();

        /** Returns the object for these bytes. The array is not copied, so the caller must not change it. */
        StoredFile of(byte[] bytes, Optional<Charset> charset) {
            return known.computeIfAbsent(
                    new Content(ByteBuffer.wrap(bytes), charset), content -> new StoredFile(bytes, charset));
        }

        private record Content(ByteBuffer bytes, Optional<Charset> charset) {}
    }

    /**
     * Creates a file with these bytes. The array is not copied, so the caller must not change it. If no charset is
     * given, it is detected from the bytes.
     */
    StoredFile(byte[] bytes, Optional<Charset> charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    byte[] bytes() {
        return bytes;
    }

    Optional<Charset> charset() {
        return charset;
    }

    IniDocument document() {
        return charset.map(named -> IniDocument.parse(bytes, named)).orElseGet(() -> IniDocument.parse(bytes));
    }

    Ini ini() {
        return ini.get();
    }

    Dcr dcr() {
        return dcr.get();
    }

    FileSort sort() {
        return sort.get();
    }

    String sha256() {
        return sha256.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof StoredFile that && Arrays.equals(bytes, that.bytes));
    }

    @Override
    public int hashCode() {
        return hash.get();
    }
}
