package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both MAL systems: every node reads the same, and the new instance is in it (R8). */
final class MalFiles {
    private final Setting setting;
    private final World world;
    private final NewNodeFiles fresh;

    MalFiles(Setting setting, World world) {
        this.setting = setting;
        this.world = world;
        this.fresh = new NewNodeFiles(setting, world);
    }

    /** The file of each node for one of the two systems, the new node's last. */
    List<FileId> files(Kind kind) {
        List<FileId> files = new ArrayList<>();
        setting.nodes().forEach(node -> files.add(file(kind, node.dmdcr(), node.dmIni())));
        if (fresh.dmdcr().isPresent() && fresh.dmIni().isPresent()) {
            files.add(file(kind, fresh.dmdcr().get(), fresh.dmIni().get()));
        }
        return files;
    }

    private FileId file(Kind kind, FileId dmdcr, FileId dmIni) {
        return kind == Kind.ASM
                ? dmdcr.sibling(world.ini(dmdcr).path("DMDCR_MAL_PATH"))
                : dmIni.sibling(dmIni.directory() + "/dmmal.ini");
    }

    void demand(Judge judge) {
        for (Kind kind : List.of(Kind.ASM, Kind.DB)) {
            List<FileId> files = files(kind);
            judge.demand(Rule.MAL_FILES, files.size() == setting.nodes().size() + 1, kind);
            for (FileId file : files) {
                judge.demand(Rule.MAL_FILES, content(file).equals(content(files.get(0))), file);
                Optional<Ini.Part> instance = instance(file, setting.newName(kind));
                boolean whole = instance.filter(part -> !part.get("MAL_HOST").isEmpty()
                                && !part.get("MAL_PORT").isEmpty())
                        .isPresent();
                judge.demand(Rule.MAL_FILES, whole, file + " " + setting.newName(kind));
                if (kind == Kind.DB) {
                    String port = fresh.dmIni()
                            .map(ini -> world.ini(ini).global("PORT_NUM"))
                            .orElse("");
                    boolean same = instance.flatMap(part -> part.find("MAL_INST_PORT"))
                            .filter(own -> !own.equals(port))
                            .isEmpty();
                    judge.demand(Rule.MAL_FILES, same, file + " MAL_INST_PORT");
                }
                for (String name : setting.old().names(kind)) {
                    judge.demand(Rule.MAL_FILES, instance(file, name).isPresent(), file + " " + name);
                }
            }
        }
    }

    Optional<Ini.Part> instance(FileId file, String name) {
        return world.ini(file).named().stream()
                .filter(part -> part.get("MAL_INST_NAME").equalsIgnoreCase(name))
                .findFirst();
    }

    /** What the file says; the zone of an address is the machine's own. */
    private List<String> content(FileId file) {
        return world.ini(file).sections().stream()
                .map(part -> part.name()
                        + part.entries().stream()
                                .map(entry -> entry.key() + "=" + entry.value().replaceAll("%.*", ""))
                                .sorted()
                                .toList())
                .toList();
    }
}
