package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;

/**
 * A part of a file.
 *
 * @param file the file
 * @param kind the kind of part
 * @param name the name of the part, as the file writes it; for an endpoint, the name of its group, a slash and its own
 *     name ({@code GRP_DSC/DSC1}); empty for the globals
 */
public record Part(FileId file, PartKind kind, String name) {}
