package io.github.dmdsc.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one type from the text of a file. The {@code toString} method of a value returns the text to
 * write.
 *
 * @param type the type
 * @param isNumber whether a value is a number
 * @param max the greatest number that the type holds; 0 if it is no number
 * @param unit the unit of a number
 * @param reader makes the value of a text, or throws an IllegalArgumentException or an ArithmeticException
 * @param <T> the type
 */
record ValueText<T>(Class<T> type, boolean isNumber, long max, Unit unit, Function<String, T> reader) {
    private static final Map<Class<?>, ValueText<?>> FORMS = new HashMap<>();

    static {
        text(String.class, text -> text);
        text(HostAddress.class, HostAddress::of);
        text(CssAddress.class, CssAddress::parse);
        text(EndpointArray.class, EndpointArray::parse);
        text(LocalPath.class, LocalPath::of);
        text(AsmPath.class, AsmPath::of);
        text(StoragePath.class, StoragePath::parse);
        text(LoadPaths.class, LoadPaths::of);
        number(Integer.class, Integer.MAX_VALUE, Unit.NONE, Math::toIntExact);
        number(Long.class, Long.MAX_VALUE, Unit.NONE, number -> number);
        number(Port.class, Port.MAX, Unit.NONE, number -> Port.of(Math.toIntExact(number)));
        number(PortOrNone.class, PortOrNone.MAX, Unit.NONE, number -> PortOrNone.of(Math.toIntExact(number)));
        number(Seqno.class, Seqno.MAX, Unit.NONE, number -> Seqno.of(Math.toIntExact(number)));
        number(ShmKey.class, ShmKey.MAX, Unit.NONE, number -> ShmKey.of(Math.toIntExact(number)));
        number(Oguid.class, Oguid.MAX, Unit.NONE, number -> Oguid.of(Math.toIntExact(number)));
        number(Megabytes.class, Megabytes.MAX, Unit.MEGABYTES, Megabytes::of);
        number(Seconds.class, Seconds.MAX, Unit.SECONDS, number -> Seconds.of(Math.toIntExact(number)));
        number(
                Milliseconds.class,
                Milliseconds.MAX,
                Unit.MILLISECONDS,
                number -> Milliseconds.of(Math.toIntExact(number)));
    }

    private static <T> void text(Class<T> type, Function<String, T> reader) {
        FORMS.put(type, new ValueText<>(type, false, 0, Unit.NONE, reader));
    }

    private static <T> void number(Class<T> type, long max, Unit unit, LongFunction<T> of) {
        FORMS.put(type, new ValueText<>(type, true, max, unit, text -> of.apply(number(text))));
    }

    static ValueText<?> of(Class<?> type) {
        ValueText<?> form = type.isEnum() ? ofEnum(type) : FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("no parameter can be a " + type);
        }
        return form;
    }

    private static <T> ValueText<T> ofEnum(Class<T> type) {
        Map<String, T> constants = new HashMap<>();
        for (T constant : type.getEnumConstants()) {
            constants.put(constant.toString(), constant);
        }
        return new ValueText<>(type, false, 0, Unit.NONE, text -> {
            // toUpperCase turns ı into I, but no keyword has an ı.
            T constant = isAscii(text) ? constants.get(text.toUpperCase(Locale.ROOT)) : null;
            if (constant == null) {
                throw new IllegalArgumentException("'" + text + "' is none of " + constants.keySet());
            }
            return constant;
        });
    }

    /**
     * Returns the number of an ASCII text. {@link Long#parseLong} alone also accepts the digits of other scripts, which
     * the server does not.
     */
    private static long number(String text) {
        if (!isAscii(text)) {
            throw new NumberFormatException(text);
        }
        return Long.parseLong(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Returns the value of a text, or null if the type does not allow the text. */
    @Nullable
    T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
