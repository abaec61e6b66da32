package io.github.dmdsc.extend.plan;

/**
 * The reason why a line of a file is new or changed.
 *
 * @param line the number of the line in the file after the extension, from 1
 * @param what the name of the parameter or the section
 * @param decision the name of the decision that gave the value, or one of these names: {@code host} is the address in
 *     the request; {@code host.zone} is the IPv6 zone of that address on the host that reads the file; {@code seqno} is
 *     the next seqno after those of the existing nodes; {@code group.size} is the number of endpoints
 */
public record Provenance(int line, String what, String decision) {}
