package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.extend.ssh.SshFindings.NoExport;
import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exports the DCR to a new file on a host and reads that file. The file stays there, because a plan writes it, and the
 * tool extends the DCR disk from it.
 */
final class Export {
    /** The exit status if the path of the DCR disk is a directory. */
    private static final int DIRECTORY = 3;

    private final Ssh ssh;
    private final Collector.Request request;
    private final ClusterFiles files;
    private final List<Finding> findings;

    Export(Ssh ssh, Collector.Request request, ClusterFiles files, List<Finding> findings) {
        this.ssh = ssh;
        this.request = request;
        this.files = files;
        this.findings = findings;
    }

    /**
     * Returns the files with the new export, and without older exports that the request does not name. Returns the
     * files unchanged if there is no new export.
     */
    ClusterFiles added() {
        Optional<FileId> first =
                request.dmdcr().stream().filter(files::contains).findFirst();
        if (first.isEmpty()) {
            return none(request.called().get(0), NoExport.DISK, "");
        }
        FileId dmdcr = first.get();
        Dmdcr read = Lenses.DMDCR.get(files.document(dmdcr), dmdcr).value();
        Optional<String> programs = Stream.of(GroupType.DB, GroupType.ASM)
                .flatMap(process -> read.startCommand(process).stream())
                .flatMap(command -> command.binDirectory().stream())
                .findFirst()
                .or(request::programs);
        Optional<String> disk = request.dcrvDisk().or(() -> read.dcrPath().map(path -> path.text()));
        if (programs.isEmpty() || disk.isEmpty()) {
            return none(dmdcr.host(), programs.isEmpty() ? NoExport.PROGRAMS : NoExport.DISK, "");
        } else if (disk.get().contains("'") || dmdcr.directory().contains("'")) {
            return none(dmdcr.host(), NoExport.QUOTE, disk.get());
        }
        return exported(dmdcr, programs.get(), disk.get());
    }

    private ClusterFiles exported(FileId dmdcr, String programs, String disk) {
        String name = RunWords.command(List.of(dmdcr.directory() + "/dmdcr_cfg_bak"));
        Ssh.Result free = run(
                dmdcr.host(),
                "test ! -d " + RunWords.command(List.of(disk)) + " || exit " + DIRECTORY
                        + "; i=; while test -e " + name + "$i.ini || test -h " + name
                        + "$i.ini; do i=$((${i:-1}+1)); done; echo; echo \"free $i\"");
        if (!free.succeeded()) {
            boolean mirror = free.ending() == Ssh.Ending.ENDED && free.status() == DIRECTORY;
            return none(
                    dmdcr.host(), mirror ? NoExport.DIRECTORY : NoExport.TOOL, mirror ? disk : lastLine(free.error()));
        }
        Matcher number = Pattern.compile("^free (\\d*)$", Pattern.MULTILINE).matcher(free.output());
        FileId to =
                dmdcr.sibling(dmdcr.directory() + "/dmdcr_cfg_bak" + (number.find() ? number.group(1) : "") + ".ini");
        ToolProfile tools =
                ToolProfile.of(request.dcrvDisk().isPresent() ? StorageEdition.MIRROR : StorageEdition.DMASM);
        ToolCommand words = new ToolCommand.ToolScript(
                Optional.of(programs),
                List.of("./" + tools.command().program(), "RET_FLAG=1"),
                List.of(tools.export(disk, to.path())));
        Ssh.Result exported = run(
                dmdcr.host(),
                "test ! -e " + RunWords.command(List.of(to.path())) + " && "
                        + ShellCommand.of(words).orElseThrow().command());
        Fetch.Query query = Fetch.Query.of(List.of(to.path()), List.of());
        Optional<byte[]> content = query.file(run(dmdcr.host(), query.command()))
                .filter(bytes -> isExport(ClusterFiles.empty().with(to, bytes), to));
        if (content.isEmpty()) {
            return none(dmdcr.host(), NoExport.TOOL, lastLine(exported.output() + "\n" + exported.error()));
        }
        findings.add(SshFindings.exported(to));
        ClusterFiles all = files;
        for (FileId file : files.ids()) {
            if (isExport(files, file) && !request.also().contains(file)) {
                all = all.without(file);
                findings.add(SshFindings.oldExport(file, to));
            }
        }
        return all.with(to, content.get());
    }

    private static boolean isExport(ClusterFiles files, FileId file) {
        IniDocument document = files.document(file);
        return Lenses.kind(file, document).equals(Optional.of(FileKind.DMDCR_CFG))
                && Lenses.DMDCR_CFG.get(document, file).value().isExport();
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private Ssh.Result run(String host, String words) {
        return ssh.run(request.address(host), words);
    }

    private ClusterFiles none(String host, NoExport why, String said) {
        findings.add(SshFindings.noExport(host, why, said));
        return files;
    }
}
