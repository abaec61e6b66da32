package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.check.FindingBuilder;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Gives the reason why an operation failed. */
final class Reasons {
    private Reasons() {}

    /**
     * Adds the reason to a finding. The common reasons have a message in each language; the others have the text of the
     * operating system.
     */
    static FindingBuilder explain(FindingBuilder finding, IOException failure) {
        FindingBuilder explained = finding.with("reason", of(failure));
        return variant(failure).map(explained::variant).orElse(explained);
    }

    private static Optional<String> variant(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return Optional.of("denied");
        }
        if (failure instanceof NoSuchFileException) {
            return Optional.of("missing");
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Optional.of("exists");
        }
        return failure instanceof DamagedArchive damaged ? Optional.of(damaged.variant()) : Optional.empty();
    }

    /** Returns the reason for the JSON of the finding. The common reasons do not depend on the locale. */
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
        return Optional.ofNullable(said).orElseGet(() -> failure.getClass().getSimpleName());
    }
}
