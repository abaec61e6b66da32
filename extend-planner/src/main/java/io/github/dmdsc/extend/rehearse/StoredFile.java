package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Hashes;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, and what it says. Many states of the cluster share it, so it is read once; equal if the bytes
 * are. Threads that ask at once may each read it, with the same result.
 */
final class StoredFile {
    static final StoredFile EMPTY = new StoredFile(new byte[0]);

    private final byte[] bytes;
    private final Supplier<Ini> ini = once(() -> Ini.read(bytes()));
    private final Supplier<Dcr> dcr = once(() -> Dcr.of(ini()));
    private final Supplier<FileSort> sort = once(() -> FileSort.of(ini()));
    private final Supplier<String> sha256 = once(() -> Hashes.sha256(bytes()));
    private final Supplier<Integer> hash = once(() -> Arrays.hashCode(bytes()));

    /** Takes the bytes over: nobody changes them any more. */
    StoredFile(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
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

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private volatile @Nullable T value;

            @Override
            public T get() {
                T known = value;
                if (known == null) {
                    known = make.get();
                    value = known;
                }
                return known;
            }
        };
    }
}
