package io.github.dmdsc.extend.plan;

/**
 * Why a line of a file is new or changed.
 *
 * @param line its number in the file after, from 1
 * @param what the parameter or section
 * @param decision the name of the decision that gave its value, or of the rule: {@code host}, the address that the
 *     request is about; {@code host.zone}, the zone of it on the host that reads the file; {@code seqno}, the number
 *     behind those of the nodes that are there; {@code group.size}, the endpoints counted
 */
public record Provenance(int line, String what, String decision) {}
