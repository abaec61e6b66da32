package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the DCR configuration and its copies among the files that have groups. */
final class DcrFiles {
    private final SourceFiles sources;
    private final List<Finding> findings;

    DcrFiles(SourceFiles sources, List<Finding> findings) {
        this.sources = sources;
        this.findings = findings;
    }

    /** Returns the DCR configuration of a given file; empty, with a finding, if the file holds none. */
    Optional<ConfigFile<DmdcrCfg>> chosen(FileId chosen) {
        Optional<FileId> found =
                sources.find(chosen).filter(id -> sources.kind(id).equals(Optional.of(FileKind.DMDCR_CFG)));
        if (found.isEmpty()) {
            findings.add(ClusterFindings.noSuchDcr(chosen, all()));
        }
        return found.flatMap(this::bind);
    }

    /** Returns the first of the candidates; empty, with a finding, if there is none or if they differ. */
    Optional<ConfigFile<DmdcrCfg>> found() {
        List<FileId> all = all();
        if (all.isEmpty()) {
            findings.add(ClusterFindings.noDcr());
            return Optional.empty();
        }
        List<FileId> backups = Backups.among(all);
        List<FileId> candidates = candidates(all, backups);
        FileId first = candidates.get(0);
        List<FileId> differing = differing(candidates, first);
        if (!differing.isEmpty()) {
            findings.add(ClusterFindings.severalDcr(first, differing));
            return Optional.empty();
        }
        List<FileId> others = without(all, candidates);
        List<FileId> buildFiles = isExport(first) ? without(others, backups) : List.of();
        if (!buildFiles.isEmpty()) {
            findings.add(ClusterFindings.buildFiles(first, buildFiles));
        }
        List<FileId> older = differing(without(others, buildFiles), first);
        if (!older.isEmpty()) {
            findings.add(ClusterFindings.inBackups(first, older));
        }
        return bind(first);
    }

    /**
     * Returns the exports outside backup directories. If there are none, returns the exports in backup directories,
     * because they are newer than the build file, but only if they are equal: of several that differ, it is unknown
     * which is current. Otherwise, returns the build files outside backup directories.
     */
    private List<FileId> candidates(List<FileId> all, List<FileId> backups) {
        List<FileId> exports = all.stream().filter(this::isExport).toList();
        List<FileId> current = without(exports, backups);
        if (!current.isEmpty()) {
            return current;
        }
        boolean agree = !exports.isEmpty() && differing(exports, exports.get(0)).isEmpty();
        return agree ? exports : without(all, backups);
    }

    private static List<FileId> without(List<FileId> files, List<FileId> excluded) {
        return files.stream().filter(id -> !excluded.contains(id)).toList();
    }

    private List<FileId> differing(List<FileId> files, FileId from) {
        return files.stream().filter(id -> !hasSameContent(id, from)).toList();
    }

    /** Returns the other files with the same content, in any directory. */
    List<FileId> copies(FileId of) {
        return all().stream()
                .filter(id -> !id.equals(of) && hasSameContent(id, of))
                .toList();
    }

    private List<FileId> all() {
        return sources.ofKind(FileKind.DMDCR_CFG);
    }

    private Optional<ConfigFile<DmdcrCfg>> bind(FileId id) {
        return sources.bind(Lenses.DMDCR_CFG, id).map(value -> new ConfigFile<>(id, value));
    }

    private boolean isExport(FileId id) {
        return sources.peek(Lenses.DMDCR_CFG, id).filter(DmdcrCfg::isExport).isPresent();
    }

    /**
     * Returns whether two files have the same content. Line ends, blanks, comments and the letter case of keys are
     * ignored.
     */
    private boolean hasSameContent(FileId one, FileId other) {
        return one.equals(other) || content(one).equals(content(other));
    }

    private List<String> content(FileId id) {
        List<String> content = new ArrayList<>();
        for (IniDocument document : sources.document(id).stream().toList()) {
            for (IniSection section : document.sections()) {
                content.add("[" + IniDialect.canonical(section.name()) + "]");
                section.entries()
                        .forEach(entry -> content.add(IniDialect.canonical(entry.key()) + "=" + entry.value()));
            }
            document.malformed().forEach(line -> content.add(line.text().strip()));
        }
        return content;
    }
}
