package io.github.dmdsc.ini.commons;

/**
 * Which part of the document that was read a node stands for.
 *
 * @param section the index of the section
 * @param entry the index of the entry in it, or -1 for the section itself
 */
record Origin(int section, int entry) {}
