package io.github.dmdsc.ini.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why an operation failed, in words. */
final class Reasons {
    private Reasons() {}

    /** The common reasons do not depend on the locale; the others are what the operating system says. */
    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists";
        }
        String said = failure instanceof FileSystemException specific ? specific.getReason() : failure.getMessage();
        return Names.visible(
                Optional.ofNullable(said).orElseGet(() -> failure.getClass().getSimpleName()));
    }
}
