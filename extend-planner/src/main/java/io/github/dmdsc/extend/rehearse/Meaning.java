package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The acts of a step.
 *
 * @param acts the acts that the action stands for, in order
 * @param spoken whether the step must have a command for them
 * @param checks the checks that a person makes of the output afterwards, which no command expresses
 * @param said the acts that the command of the step tells a tool to do; empty if the step has no command
 */
record Meaning(List<Act> acts, Spoken spoken, List<Act> checks, Optional<List<Act>> said) {
    private static final FileContent NOTHING = FileContent.of(new byte[0]);

    private Meaning(List<Act> acts, Spoken spoken, List<Act> checks) {
        this(acts, spoken, checks, Optional.empty());
    }

    private Meaning(List<Act> acts, Spoken spoken) {
        this(acts, spoken, List.of());
    }

    /** Whether a step must have a command. */
    enum Spoken {
        /** The step must have a command, and the command must express the action. */
        ALWAYS,
        /** A person acts, or files are written or copied: the step must not have a command. */
        NEVER,
        /** The step has a command if a tool can carry it out; otherwise a person carries it out. */
        PERHAPS
    }

    /**
     * Returns the meaning of a step.
     *
     * @param listeners returns the address at which the instance with a port on the host of the step listens
     */
    static Meaning of(Step step, ExtendPlan plan, UnaryOperator<String> listeners) {
        Meaning meaning = step.action().accept(new Reader(plan, step.host()));
        Optional<List<Act>> said = step.command().map(words -> Grammar.acts(words, step.host(), listeners));
        return new Meaning(meaning.acts, meaning.spoken, meaning.checks, said);
    }

    /**
     * Returns the acts that are carried out: those of the command, or those of the action if the step has no command.
     */
    List<Act> performed() {
        return said.orElse(acts);
    }

    /** Returns the acts that are carried out, and after them the checks that a person makes. */
    List<Act> all() {
        return Stream.concat(performed().stream(), checks.stream()).toList();
    }

    /**
     * Whether the command of the step expresses its action and nothing else.
     *
     * @param commands whether steps on these hosts have commands; on Windows a person does everything
     */
    boolean isSaid(boolean commands) {
        if (!commands) {
            return said.isEmpty();
        }
        return switch (spoken) {
            case ALWAYS -> said.filter(acts::equals).isPresent();
            case NEVER -> said.isEmpty();
            case PERHAPS -> performed().equals(acts);
        };
    }

    /**
     * Whether the tool of a step is the program that its command calls; a program that is not one of Dameng's counts as
     * the shell. If a person carries out the step, the command may call any program.
     */
    static boolean namesItsProgram(Step step) {
        return step.tool() == Tool.OPERATOR
                || step.command().map(Meaning::program).stream().allMatch(step.tool()::equals);
    }

    /** Returns the tool whose program a command calls; the shell for any other program. */
    static Tool program(ToolCommand words) {
        String path = words.argv().get(0);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Stream.of(Tool.values())
                .filter(tool -> tool.program().equals(name))
                .findFirst()
                .orElse(Tool.SHELL);
    }

    private static final class Reader implements Action.Visitor<Meaning> {
        private final ExtendPlan plan;
        private final String host;
        private final boolean mirror;

        private Reader(ExtendPlan plan, String host) {
            this.plan = plan;
            this.host = host;
            this.mirror = plan.edition() == StorageEdition.MIRROR;
        }

        @Override
        public Meaning showCluster(Look.ShowCluster action) {
            return said(
                    new LookAct.Show(action.monitor()),
                    new LookAct.SeeEndpoints(action.expected()),
                    new LookAct.SeeAspects(action.aspects()));
        }

        @Override
        public Meaning viewInstances(Look.ViewInstances action) {
            return said(
                    new LookAct.ViewEndpoints(String.valueOf(action.port())),
                    new LookAct.SeeEndpoints(action.expected()));
        }

        @Override
        public Meaning queryView(Look.QueryView action) {
            String view = switch (action.view()) {
                case LOG_FILES -> "rlogfile";
                case ARCHIVES -> "arch_status";
                case DISK_GROUPS -> "asmgroup";
            };
            return said(new LookAct.QueryView(String.valueOf(action.port()), view));
        }

        @Override
        public Meaning prepareHost(Task.PrepareHost action) {
            return done(new LookAct.PrepareHost(action.items()));
        }

        @Override
        public Meaning listPorts(Look.ListPorts action) {
            return said(new LookAct.ListPorts());
        }

        @Override
        public Meaning listDisks(Look.ListDisks action) {
            List<Act> lists = action.directories().stream()
                    .<Act>map(path -> new LookAct.ListDisks(mirror, path))
                    .toList();
            List<Act> checks =
                    action.sameAs().stream().<Act>map(LookAct.CompareDisks::new).toList();
            return new Meaning(lists, Spoken.ALWAYS, checks);
        }

        @Override
        public Meaning showSpace(Look.ShowSpace action) {
            return said(new LookAct.ViewGroups(String.valueOf(action.port())), new LookAct.SeeSpace(action.groups()));
        }

        @Override
        public Meaning viewLogFiles(Look.ViewLogFiles action) {
            return said(new LookAct.ViewLogFiles(String.valueOf(action.port())), new LookAct.SeeSizes(action.size()));
        }

        @Override
        public Meaning exportDcr(Look.ExportDcr action) {
            Act export =
                    here(new LookAct.Export(mirror, action.disk(), action.to().path()), action.to());
            return said(export, new LookAct.Compare(action.disk(), action.to(), action.expected()));
        }

        @Override
        public Meaning addLogFiles(Change.AddLogFiles action) {
            String size = String.valueOf(action.size());
            List<ForwardAct.LogFile> files = action.files().stream()
                    .map(file -> new ForwardAct.LogFile(file, size))
                    .toList();
            return said(new ForwardAct.AddLogFiles(String.valueOf(action.port()), files));
        }

        @Override
        public Meaning convertControlFile(Look.ConvertControlFile action) {
            Act convert = here(
                    new LookAct.ConvertControlFile(
                            action.source(), action.to().path(), action.dmdcr().path()),
                    action.to(),
                    action.dmdcr());
            return said(convert, new LookAct.SeeLogFiles(action.files()));
        }

        @Override
        public Meaning listLogFiles(Look.ListLogFiles action) {
            List<Act> lists = action.files().stream()
                    .map(file -> file.substring(0, Math.max(file.lastIndexOf('/'), 1)))
                    .distinct()
                    .map(path -> here(
                            new LookAct.ListAsm(mirror, path, action.dmdcr().path()), action.dmdcr()))
                    .toList();
            return new Meaning(lists, Spoken.ALWAYS, List.of(new LookAct.SeeLogFiles(action.files())));
        }

        @Override
        public Meaning copyDirectory(Change.CopyDirectory action) {
            return done(here(new ForwardAct.Copy(action.from(), action.to(), action.except()), action.to()));
        }

        @Override
        public Meaning writeFile(Change.WriteFile action) {
            FileContent content = action.staged()
                    .or(() -> plan.change(action.file()).map(FileChange::content))
                    .orElse(NOTHING);
            return done(new WayBackAct.Put(
                    action.file(), content, action.sha256(), action.staged().isPresent()));
        }

        @Override
        public Meaning extendDcr(Change.ExtendDcr action) {
            return said(here(
                    new ForwardAct.ExtendDcr(
                            mirror, action.disks(), action.from().path()),
                    action.from()));
        }

        @Override
        public Meaning checkDcr(Look.CheckDcr action) {
            return said(new LookAct.CheckDcr(mirror, action.disk()));
        }

        @Override
        public Meaning extendNode(Control.ExtendNode action) {
            return said(new ForwardAct.ExtendNode(action.monitor()));
        }

        @Override
        public Meaning readLogs(Task.ReadLogs action) {
            return done(new LookAct.ReadLogs(action.logs(), action.patterns()));
        }

        @Override
        public Meaning registerService(Control.RegisterService action) {
            ForwardAct.Start start = start(action.process(), action.dmdcr(), action.dmIni(), List.of());
            String after = action.after().map(name -> name + ".service").orElse("");
            Act act = new ForwardAct.Register(action.service(), start, after);
            return new Meaning(List.of(here(act, files(action.dmdcr(), action.dmIni()))), Spoken.PERHAPS);
        }

        @Override
        public Meaning start(Control.Start action) {
            Act act = action.service()
                    .<Act>map(ForwardAct.StartService::new)
                    .orElseGet(() -> start(action.process(), action.dmdcr(), action.dmIni(), action.options()));
            return said(here(act, files(action.dmdcr(), action.dmIni())));
        }

        @Override
        public Meaning awaitStart(Control.AwaitStart action) {
            return done(new ForwardAct.Await(kind(action.process())));
        }

        @Override
        public Meaning registerMonitor(Control.RegisterMonitor action) {
            Act act = new ForwardAct.RegisterMonitor(action.service(), action.file());
            return new Meaning(List.of(here(act, action.file())), Spoken.PERHAPS);
        }

        @Override
        public Meaning restartMonitor(Control.RestartMonitor action) {
            Act act = action.service()
                    .<Act>map(ForwardAct.RestartService::new)
                    .orElseGet(() -> new ForwardAct.RestartMonitor(action.file()));
            return said(here(act, action.file()));
        }

        @Override
        public Meaning agreeOnRestarts(Task.AgreeOnRestarts action) {
            return outside();
        }

        @Override
        public Meaning tellClients(Task.TellClients action) {
            return outside();
        }

        @Override
        public Meaning tellPartners(Task.TellPartners action) {
            return outside();
        }

        @Override
        public Meaning lookAfter(Task.LookAfter action) {
            return outside();
        }

        @Override
        public Meaning stopGroup(Control.StopGroup action) {
            return said(new WayBackAct.StopGroup(action.monitor(), action.group()));
        }

        @Override
        public Meaning stopProcess(Task.StopProcess action) {
            return done(new WayBackAct.Stop(kind(action.process()), host));
        }

        @Override
        public Meaning initialiseDcr(Change.InitialiseDcr action) {
            return said(here(
                    new WayBackAct.InitDcr(mirror, action.disks(), action.from().path()), action.from()));
        }

        @Override
        public Meaning startOldNodes(Task.StartOldNodes action) {
            return done(new WayBackAct.StartAgain(action.hosts(), action.monitors()));
        }

        @Override
        public Meaning removeFile(Change.RemoveFile action) {
            return said(new WayBackAct.RemoveFiles(action.file(), false));
        }

        @Override
        public Meaning removeDirectory(Change.RemoveDirectory action) {
            return said(new WayBackAct.RemoveFiles(action.directory(), true));
        }

        private static Meaning said(Act act, Act... checks) {
            return new Meaning(List.of(act), Spoken.ALWAYS, List.of(checks));
        }

        /**
         * Returns the act if all files of the action lie on the host of the step. A command names a file only by its
         * path.
         */
        private Act here(Act act, FileId... files) {
            return Stream.of(files)
                    .filter(file -> !file.host().equals(host))
                    .findFirst()
                    .<Act>map(file -> new ForwardAct.Unknown(file.toString()))
                    .orElse(act);
        }

        private static FileId[] files(FileId dmdcr, Optional<FileId> dmIni) {
            return Stream.concat(Stream.of(dmdcr), dmIni.stream()).toArray(FileId[]::new);
        }

        private static Meaning done(Act act) {
            return new Meaning(List.of(act), Spoken.NEVER);
        }

        private static Meaning outside() {
            return done(new LookAct.LookOutside());
        }

        private ForwardAct.Start start(GroupType process, FileId dmdcr, Optional<FileId> dmIni, List<String> options) {
            return new ForwardAct.Start(
                    kind(process),
                    mirror && process == GroupType.ASM,
                    dmIni.map(FileId::path).orElse(""),
                    dmdcr.path(),
                    options);
        }

        private static Kind kind(GroupType process) {
            return switch (process) {
                case CSS -> Kind.CSS;
                case ASM -> Kind.ASM;
                case DB -> Kind.DB;
            };
        }
    }
}
