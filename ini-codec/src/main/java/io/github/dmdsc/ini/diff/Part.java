package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;

/**
 * A part of a file.
 *
 * @param file which file
 * @param kind what it is
 * @param name its name as the file prints it, an endpoint's behind that of its group ({@code GRP_DSC/DSC1}); empty for
 *     the globals
 */
public record Part(FileId file, PartKind kind, String name) {}
