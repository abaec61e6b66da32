package io.github.dmdsc.ini.files;

import java.io.IOException;

/** An archive is not what it says; our own words for it, where the library has none. */
final class DamagedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    private final String variant;

    DamagedArchive(String variant, String message) {
        super(message);
        this.variant = variant;
    }

    /** Which message of the finding says the same. */
    String variant() {
        return variant;
    }
}
