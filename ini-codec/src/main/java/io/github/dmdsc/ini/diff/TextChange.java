package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;

/**
 * A file whose text differs, with or without a difference in meaning.
 *
 * @param file the file, which both sides have
 * @param diff the unified diff, each side decoded in its own charset; empty if one side is no text
 */
public record TextChange(FileId file, String diff) {}
