package io.github.dmdsc.extend.rehearse;

import java.util.List;

/** Which CSS a monitor's file names. */
final class Monitors {
    private Monitors() {}

    /** Whether the file presents the OGUID and names exactly the first CSS endpoints of a DCR. */
    static boolean names(StoredFile file, Dcr dcr) {
        Ini ini = file.ini();
        List<String> named = ini.globals().entries().stream()
                .filter(entry -> entry.key().equals("CSSM_CSS_IP"))
                .map(entry -> address(entry.value().replace("[", "").replace("]", "")))
                .sorted()
                .toList();
        List<String> wanted = dcr.endpoints(Kind.CSS).stream()
                .map(part -> address(part.get("DCR_EP_HOST") + ":" + part.get("DCR_EP_PORT")))
                .sorted()
                .toList();
        return named.equals(wanted)
                && ini.global("CSSM_OGUID").equals(dcr.globals().get("DCR_OGUID"));
    }

    /** An address without the zone, which each machine has of its own. */
    private static String address(String text) {
        return text.replaceAll("%[^:\\]]*", "");
    }
}
