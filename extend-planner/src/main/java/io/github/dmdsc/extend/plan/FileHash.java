package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;

/**
 * The hash of a file.
 *
 * @param file the file
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record FileHash(FileId file, String sha256) {}
