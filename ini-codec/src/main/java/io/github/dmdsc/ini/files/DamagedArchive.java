package io.github.dmdsc.ini.files;

import java.io.IOException;

/** Thrown if an archive is damaged in a way that the archive library does not report. */
final class DamagedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    private final String variant;

    DamagedArchive(String variant, String message) {
        super(message);
        this.variant = variant;
    }

    /** The variant of the finding's message. */
    String variant() {
        return variant;
    }
}
