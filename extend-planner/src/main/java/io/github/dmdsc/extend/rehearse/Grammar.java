package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages of the tools, as far as an extension speaks them. */
final class Grammar {
    /** How long a command of dmasmtool may be. */
    private static final int MAX_TOOL_LINE = 1024;

    private static final String QUOTED = "'([^']+)'";
    private static final String DISKS = "((?:'[^']+'\\s*,\\s*)*'[^']+')";
    private static final Pattern EXPORT = pattern("export (dcrv?disk) " + QUOTED + " to " + QUOTED);
    private static final Pattern EXTEND = pattern("extend (dcrv?disk) " + DISKS + " from " + QUOTED);
    private static final Pattern CHECK = pattern("check (dcrv?disk) " + QUOTED);
    private static final Pattern LIST = pattern("listdisks " + QUOTED);
    private static final Pattern INIT =
            pattern("init dcrdisk " + DISKS + " from " + QUOTED + " identified by " + QUOTED);
    private static final Pattern CREATE =
            pattern("create system diskgroup asmdisk " + DISKS + " attribute config=" + QUOTED + ", passwd=" + QUOTED);
    private static final Pattern LS = pattern("ls (\\+\\S*)");
    private static final Pattern ADD_LOGS =
            pattern("alter database add node logfile ((?:'[^']+' size \\d+)(?:\\s*,\\s*'[^']+' size \\d+)*);");
    private static final Pattern LOG = pattern("'([^']+)' size (\\d+)");
    private static final Pattern VIEW =
            pattern("select (?:\\*|\\w+(?:\\s*,\\s*\\w+)*) from v\\$dsc_ep_info(?: order by \\w+)?;");
    private static final Pattern REMOVE = pattern(".*\\b(drop|remove|delete) node\\b.*");
    private static final Pattern STATE =
            pattern("(ep (startup|stop) \\S+|set \\S+ auto restart (on|off)|open force \\S+)");
    private static final Pattern LOOK = pattern("show(?: (\\S+))?");
    private static final Pattern STOP = pattern("Stop (\\S+) on (.+?); make sure.*");
    private static final Pattern REGISTER =
            pattern("Register a service that is called (\\S+) with dm_service_installer\\.sh (.+); its name .*");
    private static final Pattern RESTART = pattern(".*dmcssm INI_PATH=(\\S+)");
    /** Steps by which a person looks at, or is reminded of, what no file and no process of the cluster tells. */
    private static final Set<String> OUTSIDE =
            Set.of("new-host", "archives-later", "clients", "look.extend-dcr.compare");

    private Grammar() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** What a step does, in order. */
    static List<Act> acts(Step step, List<FileChange> changes) {
        String host = step.host();
        Command command = step.command();
        List<Act> acts = new ArrayList<>();
        if (command instanceof Command.ToolScript script) {
            script.lines().forEach(line -> acts.add(scriptLine(script.argv(), line)));
        } else if (command instanceof Command.Console console) {
            String ini = option(console.argv(), "INI_PATH");
            console.lines()
                    .forEach(line -> consoleLine(new FileId(host, ini), line, program(console.argv()))
                            .ifPresent(acts::add));
        } else if (command instanceof Command.Sql sql) {
            acts.add(statement(sql));
        } else if (command instanceof Command.Argv argv) {
            acts.add(program(host, argv.argv(), argv.background()));
        } else if (command instanceof Command.WriteFile write) {
            acts.add(new Act.Put(write.file(), content(write, changes), write.sha256(), write.staged()));
        } else if (command instanceof Command.CopyTree copy) {
            acts.add(new Act.Copy(copy.from(), copy.to(), copy.except()));
        } else if (command instanceof Command.AwaitAutoStart await) {
            String process = await.process().program();
            acts.add(kind(process).<Act>map(Act.Await::new).orElseGet(() -> new Act.Unknown(process)));
        } else {
            acts.add(person(step, ((Command.Observe) command).what().en()));
        }
        return List.copyOf(acts);
    }

    private static FileContent content(Command.WriteFile write, List<FileChange> changes) {
        if (write.staged()) {
            return write.content();
        }
        return changes.stream()
                .filter(change -> change.file().equals(write.file()))
                .map(FileChange::content)
                .findFirst()
                .orElse(write.content());
    }

    private static Act scriptLine(List<String> argv, String line) {
        String program = program(argv);
        boolean mirror = program.endsWith("m");
        if (program.equals("dmasmtool") || program.equals("dmasmtoolm")) {
            Matcher ls = LS.matcher(line);
            boolean shortEnough = line.length() <= MAX_TOOL_LINE;
            return ls.matches() && shortEnough
                    ? new Act.ListAsm(mirror, ls.group(1), option(argv, "DCR_INI"))
                    : new Act.Unknown(line);
        }
        if (!program.equals("dmasmcmd") && !program.equals("dmasmcmdm")) {
            return new Act.Unknown(String.join(" ", argv));
        }
        Matcher found = EXPORT.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new Act.Export(mirror, found.group(2), found.group(3));
        }
        found = EXTEND.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new Act.ExtendDcr(mirror, list(found.group(2)), found.group(3));
        }
        found = CHECK.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new Act.CheckDcr(mirror, found.group(2));
        }
        found = LIST.matcher(line);
        if (found.matches()) {
            return new Act.ListDisks(mirror, found.group(1));
        }
        found = (mirror ? CREATE : INIT).matcher(line);
        return found.matches() ? new Act.InitDcr(mirror, list(found.group(1)), found.group(2)) : new Act.Unknown(line);
    }

    /** The tool of each edition has a word of its own for the disks that hold the DCR. */
    private static boolean isDcr(boolean mirror, String word) {
        return word.equalsIgnoreCase(mirror ? "dcrvdisk" : "dcrdisk");
    }

    private static List<String> list(String quoted) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile(QUOTED).matcher(quoted);
        while (word.find()) {
            words.add(word.group(1));
        }
        return List.copyOf(words);
    }

    private static Optional<Act> consoleLine(FileId monitor, String line, String program) {
        Matcher look = LOOK.matcher(line);
        if (!program.equals("dmcssm")) {
            return Optional.of(new Act.Unknown(program));
        } else if (line.equals("exit")) {
            return Optional.empty();
        } else if (line.equals("extend node")) {
            return Optional.of(new Act.ExtendNode(monitor));
        } else if (look.matches()) {
            String part = look.group(1);
            return Optional.of(part == null ? new Act.Show(monitor) : new Act.ShowPart(monitor, part));
        } else if (STATE.matcher(line).matches()) {
            return Optional.of(new Act.ChangeState(line));
        }
        return Optional.of(removal(line));
    }

    private static Act removal(String text) {
        return REMOVE.matcher(text).matches() ? new Act.Remove(text) : new Act.Unknown(text);
    }

    private static Act statement(Command.Sql sql) {
        String port = sql.login().substring(sql.login().lastIndexOf(':') + 1);
        Matcher add = ADD_LOGS.matcher(sql.statement());
        if (!program(sql.argv()).equals("disql")) {
            return new Act.Unknown(String.join(" ", sql.argv()));
        } else if (add.matches()) {
            List<Act.LogFile> files = new ArrayList<>();
            Matcher log = LOG.matcher(add.group(1));
            while (log.find()) {
                files.add(new Act.LogFile(log.group(1), log.group(2)));
            }
            return new Act.AddLogFiles(port, List.copyOf(files));
        }
        return VIEW.matcher(sql.statement()).matches() ? new Act.ViewEndpoints(port) : removal(sql.statement());
    }

    private static Act program(String host, List<String> argv, boolean background) {
        String program = program(argv);
        Optional<Kind> kind = kind(program);
        if (kind.isPresent() && background) {
            return new Act.Start(kind.get(), program.endsWith("m"), option(argv, "path"), option(argv, "DCR_INI"));
        } else if (program.equals("dm_service_installer.sh")) {
            return service(argv.subList(1, argv.size()))
                    .<Act>map(start -> new Act.Register(prefix(start.kind()) + after(argv, "-p"), start))
                    .orElseGet(() -> new Act.Unknown(String.join(" ", argv)));
        } else if (program.equals("systemctl")
                && argv.size() == 3
                && argv.get(1).equals("start")) {
            return new Act.StartService(argv.get(2));
        } else if (program.equals("rm")
                && argv.size() == 4
                && Set.of("-f", "-rf").contains(argv.get(1))
                && argv.get(2).equals("--")) {
            return new Act.RemoveFiles(new FileId(host, argv.get(3)));
        } else if (argv.equals(List.of("ss", "-ltn"))) {
            return new Act.ListPorts();
        } else if (program.equals("dmctlcvt") && option(argv, "TYPE").equals("1")) {
            return new Act.ConvertControlFile(option(argv, "SRC"), option(argv, "DCR_INI"));
        }
        return new Act.Unknown(String.join(" ", argv));
    }

    /** What the installer is told to start. */
    private static Optional<Act.Start> service(List<String> words) {
        return kind(after(words, "-t"))
                .map(kind -> new Act.Start(
                        kind, after(words, "-t").endsWith("m"), after(words, "-dm_ini"), after(words, "-dcr_ini")));
    }

    /** What the installer puts before each name. */
    private static String prefix(Kind kind) {
        return switch (kind) {
            case CSS -> "DmCSSService";
            case ASM -> "DmASMSvrService";
            case DB -> "DmService";
        };
    }

    private static String after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at == -1 || at + 1 == words.size() ? "" : words.get(at + 1);
    }

    /** What the step is for decides what its words may be: a sentence alone could say anything. */
    private static Act person(Step step, String what) {
        String id = step.id();
        Matcher stop = STOP.matcher(what);
        Matcher register = REGISTER.matcher(what);
        Matcher restart = RESTART.matcher(what);
        Optional<Act> act = Optional.empty();
        if (id.startsWith("reinit.stop.") && stop.matches()) {
            act = kind(stop.group(1)).map(kind -> new Act.Stop(kind, stop.group(2)));
        } else if (id.startsWith("register-") && register.matches()) {
            act = service(List.of(register.group(2).split(" ", -1)))
                    .map(start -> new Act.Register(register.group(1), start));
        } else if (id.startsWith("restart-monitor.") && restart.matches()) {
            act = Optional.of(new Act.RestartMonitor(new FileId(step.host(), restart.group(1))));
        } else if (id.equals("read-logs") && what.startsWith("The logs of ")) {
            act = Optional.of(new Act.ReadLogs());
        } else if (id.equals("reinit.start") && what.startsWith("On each old node start ")) {
            act = Optional.of(new Act.StartAgain(what.contains("restart every monitor")));
        } else if (OUTSIDE.contains(id) && step.rollbackClass() == RollbackClass.READ_ONLY) {
            act = Optional.of(new Act.LookOutside());
        }
        return act.orElseGet(() -> new Act.Unknown(what));
    }

    private static Optional<Kind> kind(String program) {
        return switch (program) {
            case "dmcss" -> Optional.of(Kind.CSS);
            case "dmasmsvr", "dmasmsvrm" -> Optional.of(Kind.ASM);
            case "dmserver" -> Optional.of(Kind.DB);
            default -> Optional.empty();
        };
    }

    private static String program(List<String> argv) {
        String first = argv.isEmpty() ? "" : argv.get(0);
        return first.substring(first.lastIndexOf('/') + 1);
    }

    private static String option(List<String> argv, String key) {
        return argv.stream()
                .filter(word -> word.length() > key.length()
                        && word.charAt(key.length()) == '='
                        && word.regionMatches(true, 0, key, 0, key.length()))
                .map(word -> word.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }
}
