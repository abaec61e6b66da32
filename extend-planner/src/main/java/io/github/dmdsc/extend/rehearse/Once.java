package io.github.dmdsc.extend.rehearse;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is asked for first, and then kept. Threads that ask at once may each make an equal one. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T value;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = make.get();
            value = known;
        }
        return known;
    }
}
