package io.github.dmdsc.ini.commons;

/**
 * Which part of the document that was read a node stands for.
 *
 * @param section the index of the section
 * @param entry the index of the entry in it, or {@link #HEADER} for the section itself
 * @param part the index of the node's value among the values that the entry's line holds
 * @param parts how many values the line holds
 * @param value the value as it was read; empty for a section
 */
record Origin(int section, int entry, int part, int parts, String value) {
    private static final int HEADER = -1;

    static Origin ofSection(int section) {
        return new Origin(section, HEADER, 0, 1, "");
    }

    boolean isSection() {
        return entry == HEADER;
    }
}
