package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ssh.Collector;
import io.github.dmdsc.extend.ssh.HostText;
import io.github.dmdsc.extend.ssh.Ssh;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Collects the files of a cluster over ssh: follows dmdcr.ini on each host to the other files, and exports"
                        + " the DCR to a file of its own. Nothing else on the hosts changes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dmdsc collect --host 10.0.2.101 --host 10.0.2.102 \\",
            "    --dmdcr /home/data/dmdcr.ini \\",
            "    --monitor monitor:/home/data/cssm/dmcssm.ini --out cluster"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that the files name is collected",
            "1:collected, but something was not found",
            "2:nothing is written: the command line is wrong, a host does not answer, or the directory is not new"
        })
final class CollectCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "[<name>=]<address>",
            required = true,
            description = "A host of a node, as ssh knows it; its directory gets the name. Repeat it for each host.")
    private List<String> hosts = List.of();

    @Option(
            names = "--dmdcr",
            paramLabel = "[<host>:]<path>",
            required = true,
            description =
                    "The path of dmdcr.ini, on all hosts or on one. Repeat it for several nodes of one" + " host.")
    private List<String> dmdcr = List.of();

    @Option(
            names = {"--also", "--monitor"},
            paramLabel = "[<name>=]<host>:<path>",
            description = "Another file, such as the dmcssm.ini of a monitor, or a dm.ini that no start command"
                    + " names. Repeatable.")
    private List<String> also = List.of();

    @Option(names = "--bin", description = "The directory of Dameng's programs, if no start command names it.")
    private @Nullable String bin;

    @Option(names = "--dcrv-disk", paramLabel = "<disk>", description = "Any one DCRV disk of a mirror cluster.")
    private @Nullable String dcrvDisk;

    @Option(names = "--no-export", description = "Export nothing. Name an existing export with --also.")
    private boolean noExport;

    @Option(names = "--out", required = true, description = "The directory for the files: new or empty.")
    private Path out;

    @Option(
            names = "--show",
            paramLabel = "<file>",
            description = "Ask for the output of show in dmcssm, and save it to this new file.")
    private @Nullable Path show;

    @Mixin
    private SshOptions ssh = new SshOptions();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    CollectCommand() {}

    @Override
    public Integer call() {
        Printer printer = main.printer(spec.commandLine().getOut());
        Words words = new Words(main.locale());
        Collector.Request request = request();
        // Checks the targets before connecting to a host, so that the command does not fail after it has exported the
        // DCR.
        requireNew(out);
        Optional.ofNullable(show).ifPresent(this::requireNew);
        Read<ClusterFiles> collected = Collector.collect(ssh.ssh(spec), request);
        printer.findings(collected.findings());
        if (Printer.hasErrors(collected.findings())) {
            return Main.UNREADABLE;
        }
        List<Finding> written = ClusterDirectory.write(collected.value(), out);
        printer.findings(written);
        if (Printer.hasErrors(written)) {
            return Main.UNREADABLE;
        }
        printer.out()
                .println(VisibleText.of(words.of(
                        "collect.done", Map.of("files", collected.value().size(), "out", out))));
        boolean whole = collected.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
        return saveMonitorOutput(printer, words) && whole ? Main.OK : Main.FINDINGS;
    }

    private void requireNew(Path target) {
        String[] names = target.toFile().list();
        boolean isEmptyDirectory = names != null && names.length == 0;
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyDirectory) {
            throw UsageError.of(spec, "not-new", Map.of("file", target));
        }
    }

    /**
     * Asks for the output of show in dmcssm and saves it, if {@code --show} is given. Returns false if it was not
     * saved.
     */
    private boolean saveMonitorOutput(Printer printer, Words words) {
        if (show == null) {
            return true;
        }
        List<Finding> findings = new ArrayList<>();
        Optional<byte[]> shown = new Dialogue(main.in(), printer).pasted(words.of("collect.show"));
        boolean saved = shown.isPresent() && InputFile.create(show, HostText.of(shown.get()), findings);
        printer.findings(findings);
        return saved;
    }

    private Collector.Request request() {
        Map<String, String> addresses = new LinkedHashMap<>();
        List<String> names = hosts.stream()
                .map(host -> hostName("--host", host, addresses))
                .distinct()
                .toList();
        List<FileId> leading = new ArrayList<>();
        for (String name : names) {
            dmdcr.stream().filter(path -> path.startsWith("/")).forEach(path -> leading.add(new FileId(name, path)));
        }
        dmdcr.stream()
                .filter(path -> !path.startsWith("/"))
                .forEach(file -> leading.add(file("--dmdcr", file, addresses)));
        List<FileId> others =
                also.stream().map(file -> file("--also", file, addresses)).toList();
        if (leading.stream().anyMatch(file -> !names.contains(file.host()))) {
            throw UsageError.of(spec, "dmdcr-host", Map.of("hosts", names));
        }
        return new Collector.Request(
                addresses, leading, others, Optional.ofNullable(bin), Optional.ofNullable(dcrvDisk), !noExport);
    }

    /** Parses {@code [<name>=]<address>}, adds the address to the map, and returns the name. */
    private String hostName(String option, String given, Map<String, String> addresses) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        String address = equals < 0 ? addresses.getOrDefault(name, name) : given.substring(equals + 1);
        String before = addresses.putIfAbsent(name, address);
        if ((before != null && !before.equals(address))
                || !Ssh.isHostName(address)
                || ClusterFiles.relativePath(new FileId(name, "/file")).isEmpty()) {
            throw UsageError.of(spec, "host", Map.of("option", option, "given", given));
        }
        return name;
    }

    private FileId file(String option, String given, Map<String, String> addresses) {
        try {
            FileId file = FileId.parse(given);
            return new FileId(hostName(option, file.host(), addresses), file.path());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage(), wrong);
        }
    }
}
