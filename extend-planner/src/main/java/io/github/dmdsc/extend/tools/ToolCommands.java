package io.github.dmdsc.extend.tools;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the command of an action: the input of the tool that carries it out. Immutable. */
public final class ToolCommands {
    private static final String ENDPOINTS =
            "select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;";

    private final StorageEdition edition;
    private final Programs programs;
    private final Listeners listeners;

    /**
     * Makes commands for the tools of an edition in the directories that {@code programs} gives.
     *
     * @param listeners the addresses at which the instances listen
     */
    public ToolCommands(StorageEdition edition, Programs programs, Listeners listeners) {
        this.edition = edition;
        this.programs = programs;
        this.listeners = listeners;
    }

    /**
     * Returns the command for an action on a host; empty if a person carries out the action, or if it waits, writes a
     * file or copies a directory.
     */
    public Optional<ToolCommand> of(Action action, String host) {
        return action.accept(new OnHost(host));
    }

    /** Makes the commands on one host. */
    private final class OnHost implements Action.Visitor<Optional<ToolCommand>> {
        private final String host;
        private final ToolProfile tools = ToolProfile.of(edition);

        private OnHost(String host) {
            this.host = host;
        }

        @Override
        public Optional<ToolCommand> showCluster(Look.ShowCluster action) {
            return console(action.monitor(), "show");
        }

        @Override
        public Optional<ToolCommand> viewInstances(Look.ViewInstances action) {
            return sql(action.port(), ENDPOINTS);
        }

        @Override
        public Optional<ToolCommand> queryView(Look.QueryView action) {
            return sql(
                    action.port(),
                    switch (action.view()) {
                        case LOG_FILES -> "select * from v$rlogfile;";
                        case ARCHIVES -> "select * from v$arch_status;";
                        case DISK_GROUPS -> "select * from v$asmgroup;";
                    });
        }

        @Override
        public Optional<ToolCommand> prepareHost(Task.PrepareHost action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> listPorts(Look.ListPorts action) {
            return run("ss", "-ltn");
        }

        @Override
        public Optional<ToolCommand> listDisks(Look.ListDisks action) {
            return command(
                    action.directories().stream().map(ToolProfile::listDisks).toList());
        }

        @Override
        public Optional<ToolCommand> showSpace(Look.ShowSpace action) {
            return sql(action.port(), "select group_name, type, total_mb, free_mb from v$asmgroup;");
        }

        @Override
        public Optional<ToolCommand> viewLogFiles(Look.ViewLogFiles action) {
            return sql(action.port(), "select path, rlog_size from v$rlogfile;");
        }

        @Override
        public Optional<ToolCommand> exportDcr(Look.ExportDcr action) {
            return command(List.of(tools.export(action.disk(), action.to().path())));
        }

        @Override
        public Optional<ToolCommand> addLogFiles(Change.AddLogFiles action) {
            String files = action.files().stream()
                    .map(file -> "'" + file + "' size " + action.size())
                    .collect(Collectors.joining(", "));
            return sql(action.port(), "alter database add node logfile " + files + ";");
        }

        @Override
        public Optional<ToolCommand> convertControlFile(Look.ConvertControlFile action) {
            return call(
                    Tool.DMCTLCVT,
                    "TYPE=1",
                    "SRC=" + action.source(),
                    "DEST=" + action.to().path(),
                    dcrIni(action.dmdcr()));
        }

        @Override
        public Optional<ToolCommand> listLogFiles(Look.ListLogFiles action) {
            List<String> lines = action.files().stream()
                    .map(file -> file.substring(0, Math.max(file.lastIndexOf('/'), 1)))
                    .distinct()
                    .map(directory -> "ls " + directory)
                    .toList();
            return said(new ToolCommand.ToolScript(bin(), List.of(here(tools.shell()), dcrIni(action.dmdcr())), lines));
        }

        @Override
        public Optional<ToolCommand> copyDirectory(Change.CopyDirectory action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> writeFile(Change.WriteFile action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> extendDcr(Change.ExtendDcr action) {
            return command(List.of(tools.extend(action.disks(), action.from().path())));
        }

        @Override
        public Optional<ToolCommand> checkDcr(Look.CheckDcr action) {
            return command(List.of(tools.check(action.disk())));
        }

        @Override
        public Optional<ToolCommand> extendNode(Control.ExtendNode action) {
            return console(action.monitor(), "extend node");
        }

        @Override
        public Optional<ToolCommand> readLogs(Task.ReadLogs action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> registerService(Control.RegisterService action) {
            return Services.given(action.process(), edition, action.service()).map(name -> {
                List<String> argv = new ArrayList<>(List.of("./dm_service_installer.sh"));
                argv.addAll(Services.arguments(action, edition));
                argv.addAll(List.of("-p", name));
                return new ToolCommand.Argv(Optional.of(programs.installer()), argv, false);
            });
        }

        @Override
        public Optional<ToolCommand> start(Control.Start action) {
            if (action.service().isPresent()) {
                return run("systemctl", "start", action.service().get());
            }
            Tool program = Tool.server(action.process(), edition);
            List<String> argv = new ArrayList<>(List.of(here(program)));
            action.dmIni().ifPresent(file -> argv.add("path=" + file.path()));
            argv.add(action.dmIni().isPresent() ? "dcr_ini=" + action.dmdcr().path() : dcrIni(action.dmdcr()));
            argv.addAll(action.options());
            // Without this option, a person could type exit on the console of a server, which takes all nodes down.
            argv.add("-noconsole");
            return said(new ToolCommand.Argv(Optional.of(programs.ofNewNode()), argv, true));
        }

        @Override
        public Optional<ToolCommand> awaitStart(Control.AwaitStart action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> registerMonitor(Control.RegisterMonitor action) {
            return Services.givenForMonitor(action.service()).map(name -> {
                List<String> argv = new ArrayList<>(List.of("./dm_service_installer.sh"));
                argv.addAll(Services.arguments(action));
                argv.addAll(List.of("-p", name));
                return new ToolCommand.Argv(Optional.of(programs.installer(host)), argv, false);
            });
        }

        @Override
        public Optional<ToolCommand> restartMonitor(Control.RestartMonitor action) {
            return action.service()
                    .map(service -> run("systemctl", "restart", service))
                    .orElseGet(
                            () -> call(Tool.DMCSSM, "INI_PATH=" + action.file().path()));
        }

        @Override
        public Optional<ToolCommand> agreeOnRestarts(Task.AgreeOnRestarts action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> tellClients(Task.TellClients action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> tellPartners(Task.TellPartners action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> lookAfter(Task.LookAfter action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> stopGroup(Control.StopGroup action) {
            return console(action.monitor(), "ep stop " + action.group());
        }

        @Override
        public Optional<ToolCommand> stopProcess(Task.StopProcess action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> initialiseDcr(Change.InitialiseDcr action) {
            return command(
                    List.of(tools.initialise(action.disks(), action.from().path())));
        }

        @Override
        public Optional<ToolCommand> startOldNodes(Task.StartOldNodes action) {
            return Optional.empty();
        }

        @Override
        public Optional<ToolCommand> removeFile(Change.RemoveFile action) {
            return run("rm", "-f", "--", action.file().path());
        }

        @Override
        public Optional<ToolCommand> removeDirectory(Change.RemoveDirectory action) {
            return run("rm", "-rf", "--", action.directory().path());
        }

        private Optional<ToolCommand> said(ToolCommand words) {
            return Optional.of(words);
        }

        private Optional<ToolCommand> run(String... argv) {
            return said(new ToolCommand.Argv(List.of(argv)));
        }

        /** Returns the call of one of Dameng's programs in their directory. */
        private Optional<ToolCommand> call(Tool tool, String... arguments) {
            List<String> argv = new ArrayList<>(List.of(here(tool)));
            argv.addAll(List.of(arguments));
            return said(new ToolCommand.Argv(bin(), argv, false));
        }

        private Optional<String> bin() {
            return Optional.of(programs.on(host));
        }

        private static String here(Tool tool) {
            return "./" + tool.program();
        }

        private Optional<ToolCommand> command(List<String> lines) {
            return said(new ToolCommand.ToolScript(bin(), List.of(here(tools.command()), "RET_FLAG=1"), lines));
        }

        private Optional<ToolCommand> console(FileId monitor, String line) {
            return said(new ToolCommand.Console(
                    bin(), List.of(here(Tool.DMCSSM), "INI_PATH=" + monitor.path()), List.of(line, "exit")));
        }

        /** Returns a command that runs a statement in an instance on the host of the step. */
        private Optional<ToolCommand> sql(int port, String statement) {
            String login = "SYSDBA/" + ToolCommand.Sql.PASSWORD + "@" + listeners.service(host, port);
            return said(new ToolCommand.Sql(bin(), List.of(here(Tool.DISQL), "/nolog"), login, statement));
        }

        private String dcrIni(FileId dmdcr) {
            return "DCR_INI=" + dmdcr.path();
        }
    }
}
