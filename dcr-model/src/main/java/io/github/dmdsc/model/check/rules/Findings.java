package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.Set;

/** Declares the kinds of findings of the rules. */
final class Findings {
    static final String DCR = "DM8 DMDSC, dmdcr_cfg.ini";
    static final String DMDCR = "DM8 DMDSC, dmdcr.ini";
    static final String DM_INI = "DM8 DMDSC, dm.ini";
    static final String MONITOR = "DM8 DMDSC, dmcssm.ini";
    static final String MIRROR = "DM8 DMDSC, DMASM mirror";
    static final String NODE = "DM8 DMDSC, configuration files";
    static final String ARCHIVES = "DM8 system administrator's manual, dmarch.ini";
    static final String WATCH = "DM8 Data Watch, configuration files";
    static final String MAL = "DM8 DMDSC, dmmal.ini";

    /** The errors that make the number of endpoints of a group unknown. */
    static final Set<String> GROUPS = Set.of("INI-0106", "DSC-0102", "DSC-0103", "DSC-0104");

    /** The errors that make it unknown which endpoint belongs to a node. */
    static final Set<String> ENDPOINTS =
            Set.of("INI-0106", "DSC-0102", "DSC-0103", "DSC-0104", "DSC-0106", "DSC-0107", "DSC-0108");

    static final Messages MESSAGES = Messages.beside(Findings.class);

    private Findings() {}

    static FindingKind error(String id) {
        return FindingKind.of(MESSAGES, id, Severity.ERROR);
    }

    static FindingKind warning(String id) {
        return FindingKind.of(MESSAGES, id, Severity.WARNING);
    }

    /** Returns a kind for advice of a manual. The cluster works without following it. */
    static FindingKind advice(String id) {
        return FindingKind.of(MESSAGES, id, Severity.INFO).waivable();
    }
}
