/**
 * The system's ssh, used twice: to carry a plan's moves to the hosts, and to collect the files of a cluster. Not exported.
 *
 * <p>What may enter: what turns moves and files into words for the shell of a host, and what reads the answer. ssh_config
 * decides user, name, port, jumps and shared connections. Nothing here decides what comes next, and nothing here holds a
 * sentence: the command line words what went wrong.
 */
@NullMarked
package io.github.dmdsc.extend.ssh;

import org.jspecify.annotations.NullMarked;
