package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DcrGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of a DCR disk: the file that was written to it, and the marks of failed endpoints that the cluster sets
 * itself (R10, M4, M6).
 */
final class DiskContent {
    private static final List<String> MARKS = List.of(DcrGroup.ERROR_ENDPOINT_COUNT, DcrGroup.ERROR_ENDPOINT_NUMBERS);

    private DiskContent() {}

    /**
     * Returns the content of a disk after a file was written to it. The ASM server and the instance with the number
     * {@code joining} are marked as failed.
     */
    static StoredFile extended(StoredFile file, int joining) {
        IniDocument document = file.document();
        for (int i = 0; i < document.sections().size(); i++) {
            IniSection section = document.sections().get(i);
            boolean marked = section.first(DcrGroup.TYPE)
                    .filter(type -> Set.of("ASM", "DB").contains(Values.capitals(type.value())))
                    .isPresent();
            if (marked) {
                for (Map.Entry<String, String> mark : Map.of(MARKS.get(0), "1", MARKS.get(1), "{" + joining + "}")
                        .entrySet()) {
                    IniSection now = document.sections().get(i);
                    IniDocument before = document;
                    document = now.first(mark.getKey())
                            .map(entry -> before.set(entry, mark.getValue()))
                            .orElseGet(() -> before.add(now, mark.getKey(), mark.getValue()));
                }
            }
        }
        return new StoredFile(document.toBytes(), file.charset());
    }

    /**
     * Whether the values on a disk are those of a configuration. The order, the layout and further values on the disk
     * do not count. A mark of a failed endpoint must be that of the joining node.
     *
     * @param joining the number of the node that may be marked as failed; negative if none may be
     */
    static boolean holds(StoredFile disk, StoredFile expected, int joining) {
        Map<String, String> there = values(disk.dcr());
        Map<String, String> wanted = values(expected.dcr());
        return there.keySet().stream()
                        .filter(DiskContent::isName)
                        .toList()
                        .equals(wanted.keySet().stream()
                                .filter(DiskContent::isName)
                                .toList())
                && wanted.entrySet().stream().allMatch(entry -> entry.getValue().equals(there.get(entry.getKey())))
                && marks(disk.dcr(), joining);
    }

    private static boolean isName(String key) {
        return key.endsWith(" ");
    }

    /** Returns every value by its place and key, and every group and endpoint by its place with an empty key. */
    private static Map<String, String> values(Dcr dcr) {
        Map<String, String> values = new TreeMap<>();
        put(values, "", dcr.globals());
        for (Dcr.Group group : dcr.groups()) {
            put(values, group.name(), group.head());
            for (int i = 0; i < group.endpoints().size(); i++) {
                put(values, group.name() + "/" + i, group.endpoints().get(i));
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String where, Ini.Part part) {
        values.put(where + " ", "");
        for (Ini.Entry entry : part.entries()) {
            if (!MARKS.contains(entry.key())) {
                values.putIfAbsent(where + " " + entry.key(), entry.plain());
            }
        }
    }

    private static boolean marks(Dcr dcr, int joining) {
        return dcr.groups().stream().map(Dcr.Group::head).allMatch(head -> {
            String count = head.get(MARKS.get(0));
            String numbers = head.get(MARKS.get(1)).replaceAll("[{}\\s]", "");
            boolean none = Set.of("", "0").contains(count) && numbers.isEmpty();
            return none || (joining >= 0 && count.equals("1") && numbers.equals(String.valueOf(joining)));
        });
    }
}
