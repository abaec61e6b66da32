package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;

/** The findings about collected files, from SSH-0101. */
final class SshFindings {
    private static final Messages MESSAGES = Messages.beside(SshFindings.class);
    private static final FindingKind NOT_REACHED = FindingKind.of(MESSAGES, "SSH-0101", Severity.ERROR);
    private static final FindingKind NOT_WHOLE = FindingKind.of(MESSAGES, "SSH-0102", Severity.ERROR);
    private static final FindingKind NOT_READ = FindingKind.of(MESSAGES, "SSH-0103", Severity.WARNING);
    private static final FindingKind NO_EXPORT = FindingKind.of(MESSAGES, "SSH-0104", Severity.WARNING);
    private static final FindingKind NO_DM_INI = FindingKind.of(MESSAGES, "SSH-0105", Severity.WARNING);
    private static final FindingKind LEFT = FindingKind.of(MESSAGES, "SSH-0106", Severity.INFO);
    private static final FindingKind EXPORTED = FindingKind.of(MESSAGES, "SSH-0107", Severity.INFO);
    private static final FindingKind OLD_EXPORT = FindingKind.of(MESSAGES, "SSH-0108", Severity.INFO);

    private SshFindings() {}

    /** The reasons why there is no export. */
    enum NoExport {
        /** No dmdcr.ini that names the DCR disk was read. */
        DISK,
        /** Neither a startup command nor the request names the directory of the programs. */
        PROGRAMS,
        /** The path of the DCR disk is a directory, as in a mirror cluster, and the request names no DCRV disk. */
        DIRECTORY,
        /** A path contains a single quote, which the tools cannot escape. */
        QUOTE,
        /** The tool did not write an export. */
        TOOL
    }

    static Finding notReached(String host, Ssh.Result ran) {
        return NOT_REACHED
                .at(Location.outside(host))
                .variant(ran.ending().name())
                .with("host", host)
                .with("status", ran.status())
                .with("error", ran.error())
                .build();
    }

    static Finding notWhole(String host) {
        return NOT_WHOLE.at(Location.outside(host)).with("host", host).build();
    }

    static Finding notRead(FileId file, Fetch.Reason reason, Location named) {
        return NOT_READ.at(Location.of(file))
                .variant(reason.name())
                .against(named)
                .with("file", file)
                .with("named", named)
                .build();
    }

    /** Returns the finding about a file that no file names, in a directory whose files are collected. */
    static Finding notRead(FileId file, Fetch.Reason reason) {
        return NOT_READ.at(Location.of(file))
                .variant("FOUND_" + reason.name())
                .with("file", file)
                .build();
    }

    static Finding noExport(String host, NoExport why, String said) {
        return NO_EXPORT
                .at(Location.outside(host))
                .variant(why.name())
                .with("host", host)
                .with("said", said)
                .with("disk", new Input("collect.dcrvDisk", ""))
                .with("programs", new Input("collect.programs", ""))
                .with("export", new Input("collect.export", ""))
                .with("also", new Input("collect.also", host + ":<path>"))
                .build();
    }

    static Finding noDmIni(FileId dmdcr) {
        return NO_DM_INI
                .at(Location.of(dmdcr))
                .with("file", dmdcr)
                .with("also", new Input("collect.also", dmdcr.host() + ":<path>"))
                .build();
    }

    static Finding left(FileId directory, int count) {
        return LEFT.at(Location.of(directory))
                .with("directory", directory)
                .with("count", count)
                .with("also", new Input("collect.also", ""))
                .build();
    }

    static Finding exported(FileId to) {
        return EXPORTED.at(Location.of(to)).with("file", to).build();
    }

    static Finding oldExport(FileId file, FileId current) {
        return OLD_EXPORT
                .at(Location.of(file))
                .with("file", file)
                .with("current", current)
                .with("export", new Input("collect.export", ""))
                .build();
    }
}
