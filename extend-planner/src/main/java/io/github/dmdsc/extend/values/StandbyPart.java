package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.Map;

/**
 * The parts of a cluster with a standby that a further node affects (Data Watch manual). No manual describes how to
 * change them.
 */
enum StandbyPart implements Localized {
    /** ARCH_DEST of the standby's archive, which lists every instance of the cluster. */
    STANDBY_ARCHIVE_DESTINATION,
    /** The standby's directories for archives, one for every node. */
    STANDBY_ARCHIVE_DIRECTORIES,
    /** MON_DW_IP in dmmonitor.ini of every monitor, which lists all watchers of the cluster. */
    MONITOR_ADDRESSES,
    /** The watcher of the new node: its dmwatcher.ini, its start, its place among the others. */
    WATCHERS,
    /** The sections of the new instance in the standby's dmmal.ini. */
    STANDBY_MAL;

    @Override
    public Text text() {
        return Messages.beside(StandbyPart.class).text("standby." + name(), Map.of());
    }
}
