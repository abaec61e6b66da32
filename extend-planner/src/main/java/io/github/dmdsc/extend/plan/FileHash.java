package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;

/**
 * Which bytes a file had.
 *
 * @param file which file
 * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record FileHash(FileId file, String sha256) {}
