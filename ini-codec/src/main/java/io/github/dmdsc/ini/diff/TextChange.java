package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;

/**
 * A file whose text differs, whatever that means.
 *
 * @param file the file, which both sides have
 * @param diff the unified diff, each side decoded in its own character set; empty where either side is no text
 */
public record TextChange(FileId file, String diff) {}
