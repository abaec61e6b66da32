package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.Optional;

/**
 * The files that dm.ctl names, from the text to which dmctlcvt converts it.
 *
 * @param files every file with a path, in the order of the text
 */
record ControlFile(List<Placed<Entry>> files) {
    public ControlFile {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param tablespace {@code ts_name}: {@code RLOG} for redo logs
     * @param node {@code ts_nth}: the number of the node to which the file belongs
     * @param path {@code fil_path}
     */
    public record Entry(Optional<String> tablespace, Optional<Integer> node, String path) {}
}
