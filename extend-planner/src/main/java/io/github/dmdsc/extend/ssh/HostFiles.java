package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the files of one host: the requested files and the files that they name. */
final class HostFiles {
    private final Ssh ssh;
    private final Collector.Request request;
    private final String host;
    private final List<Finding> findings;
    private final Map<FileId, byte[]> files = new TreeMap<>();
    /** The files to read, each with the place that names it. The place is empty for a file that may be missing. */
    private final Map<String, Optional<Location>> wanted = new LinkedHashMap<>();

    private final Set<String> directories = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    HostFiles(Ssh ssh, Collector.Request request, String host, List<Finding> findings) {
        this.ssh = ssh;
        this.request = request;
        this.host = host;
        this.findings = findings;
    }

    /**
     * Reads the files. Each call reads the files that the files of the previous call name. Returns false if the host
     * does not answer.
     */
    boolean read() {
        named(request.dmdcr(), Location.outside("collect.dmdcr"));
        named(request.also(), Location.outside("collect.also"));
        Fetch.Query next = next();
        while (!next.isEmpty()) {
            Optional<Fetch> fetch = fetch(next);
            if (fetch.isEmpty()) {
                return false;
            }
            take(fetch.get());
            next = next();
        }
        return true;
    }

    private void named(List<FileId> all, Location by) {
        all.stream().filter(file -> file.host().equals(host)).forEach(file -> add(file.path(), by));
    }

    Map<FileId, byte[]> files() {
        return files;
    }

    private Fetch.Query next() {
        List<String> paths = wanted.keySet().stream().filter(asked::add).toList();
        return Fetch.Query.of(paths, directories.stream().filter(asked::add).toList());
    }

    private Optional<Fetch> fetch(Fetch.Query next) {
        Ssh.Result ran = ssh.run(request.address(host), next.command());
        if (!ran.succeeded()) {
            findings.add(SshFindings.notReached(host, ran));
            return Optional.empty();
        }
        Optional<Fetch> fetch = next.read(ran.output());
        if (fetch.isEmpty()) {
            findings.add(SshFindings.notWhole(host));
        }
        return fetch;
    }

    private void take(Fetch fetch) {
        fetch.unread().forEach((path, reason) -> {
            Optional<Location> named = wanted.getOrDefault(path, Optional.empty());
            if (named.isPresent() || reason != Fetch.Reason.MISSING) {
                findings.add(named.map(by -> SshFindings.notRead(file(path), reason, by))
                        .orElseGet(() -> SshFindings.notRead(file(path), reason)));
            }
        });
        fetch.notTaken().forEach((path, count) -> {
            if (count > 0) {
                findings.add(SshFindings.left(file(path), count));
            }
        });
        fetch.files().forEach((path, content) -> {
            files.put(file(path), content);
            if (wanted.containsKey(path)) {
                follow(file(path), content);
            }
        });
    }

    /**
     * Adds the files that a file names. Only requested dmdcr.ini files count, because a directory may contain backups.
     */
    private void follow(FileId file, byte[] content) {
        IniDocument document = IniDocument.parse(content);
        Optional<FileKind> kind = Lenses.kind(file, document);
        if (kind.equals(Optional.of(FileKind.DMDCR)) && request.dmdcr().contains(file)) {
            follow(file, Lenses.DMDCR.get(document, file).value());
        } else if (kind.equals(Optional.of(FileKind.DM_INI))) {
            follow(file, Lenses.DM_INI.get(document, file).value());
        }
    }

    private void follow(FileId file, Dmdcr dmdcr) {
        dmdcr.malPath().ifPresent(path -> add(path.text(), dmdcr.origin().at(Dmdcr.MAL_PATH)));
        Optional<String> dmIni = dmdcr.startCommand(GroupType.DB).flatMap(StartupCommand::dmIni);
        dmIni.ifPresent(path -> add(path, dmdcr.origin().at(Dmdcr.DB_STARTUP_COMMAND)));
        if (dmIni.isEmpty()
                && request.also().stream().noneMatch(each -> each.host().equals(host))) {
            findings.add(SshFindings.noDmIni(file));
        }
        addIfPresent(file.directory(), "dmdcr_cfg.ini");
        addIfPresent(file.directory(), "dminit.ini");
    }

    private void follow(FileId file, DmIni dmIni) {
        directory(file.directory());
        dmIni.configPath().filter(LocalPath.class::isInstance).ifPresent(path -> {
            String directory = HostPaths.normal(path.text());
            directory(directory);
            add(directory + "/dmmal.ini", dmIni.origin().at(DmIni.CONFIG_PATH));
            addIfPresent(HostPaths.normal(directory + "/.."), "dminit.ini");
        });
    }

    private void add(String path, Location named) {
        String normal = HostPaths.normal(path);
        if (normal.startsWith("/")) {
            wanted.put(normal, Optional.of(named));
        } else {
            findings.add(SshFindings.notRead(file(path), Fetch.Reason.UNREADABLE, named));
        }
    }

    private void addIfPresent(String directory, String name) {
        wanted.putIfAbsent(directory + "/" + name, Optional.empty());
    }

    private void directory(String path) {
        if (path.startsWith("/")) {
            directories.add(path);
        }
    }

    private FileId file(String path) {
        return new FileId(host, path);
    }
}
