/**
 * Carries out the moves of a run over ssh, and collects the files of a cluster over ssh. Not exported.
 *
 * <p>This package converts moves and file names to shell commands, and reads their output. ssh_config sets user, name,
 * port, jumps and shared connections. The package does not decide which step comes next. It contains no texts for
 * people except its findings; the command line has the other texts.
 */
@NullMarked
package io.github.dmdsc.extend.ssh;

import org.jspecify.annotations.NullMarked;
