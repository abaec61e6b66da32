package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the files of both MAL systems: those of all nodes are equal, and the new instance is in them (R8). */
final class MalFiles {
    private final PlanContext context;
    private final ModelState state;
    private final NewNodeFiles fresh;

    MalFiles(PlanContext context, ModelState state) {
        this.context = context;
        this.state = state;
        this.fresh = new NewNodeFiles(context, state);
    }

    /** Returns the file of each node in one MAL system, the new node's last. */
    List<FileId> files(Kind kind) {
        List<FileId> files = new ArrayList<>();
        context.nodes().forEach(node -> files.add(file(kind, node.dmdcr(), node.dmIni())));
        if (fresh.dmdcr().isPresent() && fresh.dmIni().isPresent()) {
            files.add(file(kind, fresh.dmdcr().get(), fresh.dmIni().get()));
        }
        return files;
    }

    private FileId file(Kind kind, FileId dmdcr, FileId dmIni) {
        return kind == Kind.ASM
                ? dmdcr.sibling(state.ini(dmdcr).path(Dmdcr.MAL_PATH))
                : state.files().inConfigPath(dmIni, "dmmal.ini");
    }

    void demand(Judge judge) {
        Addresses addresses = context.addresses();
        for (Kind kind : List.of(Kind.ASM, Kind.DB)) {
            List<FileId> files = files(kind);
            for (FileId file : files) {
                judge.demand(Requirement.MAL_FILES, content(file).equals(content(files.get(0))), file);
                onlyMore(kind, file, judge);
                added(kind, file, addresses, judge);
            }
        }
    }

    /** Demands that an existing file keeps its values and gains one instance. */
    private void onlyMore(Kind kind, FileId file, Judge judge) {
        context.base().find(file).map(StoredFile::ini).ifPresent(old -> {
            List<Ini.Part> left = state.ini(file).sections().stream()
                    .filter(part -> !part.get(MalInstance.NAME).equalsIgnoreCase(context.newName(kind)))
                    .toList();
            judge.demand(Requirement.MAL_FILES, left.equals(old.sections()), file);
        });
    }

    private void added(Kind kind, FileId file, Addresses addresses, Judge judge) {
        Ini.Part instance = instance(file, context.newName(kind)).orElse(new Ini.Part("", List.of()));
        String host = instance.get(MalInstance.HOST);
        boolean own = addresses.isNewHost(host) || addresses.isGiven(host);
        judge.demand(Requirement.MAL_FILES, own, file + " " + context.newName(kind) + " MAL_HOST = " + host);
        judge.demand(
                Requirement.MAL_FILES, !instance.get(MalInstance.PORT).isEmpty(), file + " " + context.newName(kind));
        boolean elsewhere = addresses.isElsewhere(instance.get(MalInstance.SERVICE_HOST));
        judge.demand(Requirement.MAL_FILES, !elsewhere, file + " MAL_INST_HOST");
        if (kind == Kind.DB) {
            String port = fresh.dmIni().map(ini -> state.ini(ini).dbPort()).orElse("");
            judge.demandEqual(
                    Requirement.MAL_FILES,
                    port,
                    instance.find(MalInstance.SERVICE_PORT)
                            .filter(given -> !given.equals("0"))
                            .orElse(port),
                    file + " MAL_INST_PORT");
        }
    }

    Optional<Ini.Part> instance(FileId file, String name) {
        return state.ini(file).named().stream()
                .filter(part -> part.get(MalInstance.NAME).equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Returns the values of a file in a form to compare: without the zones of addresses, which differ from machine to
     * machine, and with names in capitals.
     */
    private List<String> content(FileId file) {
        return state.ini(file).sections().stream()
                .map(part -> Values.capitals(part.name())
                        + part.entries().stream()
                                .filter(entry -> !entry.value().isEmpty())
                                .map(entry -> entry.key() + "=" + value(entry))
                                .sorted()
                                .toList())
                .toList();
    }

    private static String value(Ini.Entry entry) {
        boolean address = entry.key().endsWith("_HOST") || entry.key().endsWith("_IP");
        return address
                ? Values.address(entry.value())
                : entry.key().endsWith("_NAME") ? Values.capitals(entry.value()) : entry.plain();
    }
}
