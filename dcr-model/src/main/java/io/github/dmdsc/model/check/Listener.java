package io.github.dmdsc.model.check;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;
import java.util.Map;
import java.util.Optional;

/**
 * A port on which a process of the cluster listens.
 *
 * @param machine the machine, by one of its addresses
 * @param port the port
 * @param process the process and what the port is for
 * @param where the place that says so
 */
public record Listener(String machine, Port port, Owner process, Location where) {
    /** What a port is for. */
    public enum Use {
        /** The port of the process itself. */
        SERVICE,
        /** DCR_CHECK_PORT. */
        CHECK,
        /** MAL_PORT. */
        MAL,
        /** MAL_DW_PORT. */
        WATCHER,
        /** MAL_INST_DW_PORT. */
        FOR_WATCHERS
    }

    /**
     * A process of the cluster that listens.
     *
     * @param type its group
     * @param name its name, where the DCR gives one
     * @param use what its port is for
     */
    public record Owner(GroupType type, Optional<String> name, Use use) implements Worded {
        @Override
        public Text words() {
            return Words.MESSAGES.text("listener." + use, Map.of("type", type, "name", name));
        }
    }

    /** Apart, so that they are read only when somebody asks. */
    private static final class Words {
        private static final Messages MESSAGES = Messages.beside(Listener.class);

        private Words() {}
    }
}
