package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the commands of an extension in the languages of the tools. It does not know which action a command belongs to.
 */
final class Grammar {
    /** The greatest length of a command of dmasmtool, in characters. */
    private static final int MAX_TOOL_LINE = 1024;

    private static final String QUOTED = "'([^']+)'";
    /** The repetition is possessive ({@code *+}): backtracking would take a frame of the stack for each disk. */
    private static final String DISKS = "((?:'[^']+'\\s*,\\s*)*+'[^']+')";

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
            pattern("alter database add node logfile ((?:'[^']+' size \\d+)(?:\\s*,\\s*'[^']+' size \\d+)*+);");
    /** A user, a password, and the address and the port of an instance. */
    private static final Pattern LOGIN = pattern("[^/@]+/.+@(\\[[^\\]@]+]|[^:@]+):(\\d+)");

    private static final Pattern LOG = pattern("'([^']+)' size (\\d+)");
    private static final Pattern VIEW =
            pattern("select (?:\\*|\\w+(?:\\s*,\\s*\\w+)*+) from v\\$dsc_ep_info(?: order by \\w+)?;");
    private static final Pattern LOG_VIEW = pattern("select path, rlog_size from v\\$rlogfile;");
    private static final Pattern GROUP_VIEW = pattern("select group_name, type, total_mb, free_mb from v\\$asmgroup;");
    private static final Pattern QUERY = pattern("select \\* from v\\$(rlogfile|arch_status|asmgroup);");
    private static final Pattern REMOVE = pattern(".*\\b(drop|remove|delete) node\\b.*");
    private static final Pattern STATE = pattern("(ep startup \\S+|set \\S+ auto restart (on|off)|open force \\S+)");
    private static final Pattern STOP = pattern("ep stop (\\S+)");
    private static final Pattern LOOK = pattern("show(?: (\\S+))?");

    private Grammar() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /**
     * Returns the acts that a command tells a tool to do, in order.
     *
     * @param listeners returns the address at which the instance with a port on the host listens
     */
    static List<Act> acts(ToolCommand words, String host, UnaryOperator<String> listeners) {
        return words.accept(new ToolCommand.Visitor<>() {
            @Override
            public List<Act> argv(ToolCommand.Argv program) {
                return List.of(program(host, program));
            }

            @Override
            public List<Act> toolScript(ToolCommand.ToolScript script) {
                return script.lines().stream()
                        .map(line -> scriptLine(script, line))
                        .toList();
            }

            @Override
            public List<Act> sql(ToolCommand.Sql sql) {
                return List.of(statement(sql, listeners));
            }

            @Override
            public List<Act> console(ToolCommand.Console console) {
                return typed(console, host);
            }
        });
    }

    private static List<Act> typed(ToolCommand.Console console, String host) {
        Optional<FileId> monitor =
                options(console, "./dmcssm", "INI_PATH").map(given -> new FileId(host, value(given, "INI_PATH")));
        if (monitor.isEmpty()) {
            return List.of(unknown(console));
        }
        // A line after exit reaches no monitor.
        int exit = console.lines().indexOf("exit");
        int end = exit == -1 ? console.lines().size() : exit;
        List<Act> acts = new ArrayList<>();
        console.lines().subList(0, end).forEach(line -> acts.add(consoleLine(monitor.get(), line)));
        console.lines().stream().skip(end + 1L).forEach(line -> acts.add(new ForwardAct.Unknown(line)));
        return List.copyOf(acts);
    }

    private static Act scriptLine(ToolCommand.ToolScript script, String line) {
        boolean mirror = program(script).endsWith("m");
        Optional<Map<String, String>> tool = options(script, mirror ? "./dmasmtoolm" : "./dmasmtool", "DCR_INI");
        if (tool.isPresent()) {
            Matcher ls = LS.matcher(line);
            boolean shortEnough = line.length() <= MAX_TOOL_LINE;
            return ls.matches() && shortEnough
                    ? new LookAct.ListAsm(mirror, ls.group(1), value(tool.get(), "DCR_INI"))
                    : new ForwardAct.Unknown(line);
        }
        boolean known = options(script, mirror ? "./dmasmcmdm" : "./dmasmcmd", "RET_FLAG")
                .filter(given -> given.getOrDefault("RET_FLAG", "1").equals("1"))
                .isPresent();
        if (!known) {
            return unknown(script);
        }
        Matcher found = EXPORT.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new LookAct.Export(mirror, found.group(2), found.group(3));
        }
        found = EXTEND.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new ForwardAct.ExtendDcr(mirror, list(found.group(2)), found.group(3));
        }
        found = CHECK.matcher(line);
        if (found.matches() && isDcr(mirror, found.group(1))) {
            return new LookAct.CheckDcr(mirror, found.group(2));
        }
        found = LIST.matcher(line);
        if (found.matches()) {
            return new LookAct.ListDisks(mirror, found.group(1));
        }
        found = (mirror ? CREATE : INIT).matcher(line);
        return found.matches()
                ? new WayBackAct.InitDcr(mirror, list(found.group(1)), found.group(2))
                : new ForwardAct.Unknown(line);
    }

    /** Whether a word stands for the disks that hold the DCR. The tool of each edition has its own word. */
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

    private static Act consoleLine(FileId monitor, String line) {
        Matcher look = LOOK.matcher(line);
        Matcher stop = STOP.matcher(line);
        if (line.equals("extend node")) {
            return new ForwardAct.ExtendNode(monitor);
        } else if (look.matches()) {
            String part = look.group(1);
            return part == null ? new LookAct.Show(monitor) : new LookAct.ShowPart(monitor, part);
        } else if (stop.matches()) {
            return new WayBackAct.StopGroup(monitor, stop.group(1));
        }
        return STATE.matcher(line).matches() ? new ForwardAct.ChangeState(line) : removal(line);
    }

    private static Act removal(String text) {
        return REMOVE.matcher(text).matches() ? new ForwardAct.Remove(text) : new ForwardAct.Unknown(text);
    }

    private static Act statement(ToolCommand.Sql sql, UnaryOperator<String> listeners) {
        Matcher login = LOGIN.matcher(sql.login());
        Matcher add = ADD_LOGS.matcher(sql.statement());
        if (!program(sql).equals("./disql")
                || !sql.argv().subList(1, sql.argv().size()).equals(List.of("/nolog"))) {
            return unknown(sql);
        } else if (!login.matches() || !login.group(1).equals(listeners.apply(login.group(2)))) {
            return new ForwardAct.Unknown(sql.login().substring(sql.login().lastIndexOf('@') + 1));
        } else if (add.matches()) {
            List<ForwardAct.LogFile> files = new ArrayList<>();
            Matcher log = LOG.matcher(add.group(1));
            while (log.find()) {
                files.add(new ForwardAct.LogFile(log.group(1), log.group(2)));
            }
            return new ForwardAct.AddLogFiles(login.group(2), List.copyOf(files));
        }
        if (LOG_VIEW.matcher(sql.statement()).matches()) {
            return new LookAct.ViewLogFiles(login.group(2));
        }
        if (GROUP_VIEW.matcher(sql.statement()).matches()) {
            return new LookAct.ViewGroups(login.group(2));
        }
        Matcher query = QUERY.matcher(sql.statement());
        if (query.matches()) {
            return new LookAct.QueryView(login.group(2), query.group(1).toLowerCase(Locale.ROOT));
        }
        return VIEW.matcher(sql.statement()).matches()
                ? new LookAct.ViewEndpoints(login.group(2))
                : removal(sql.statement());
    }

    private static Act program(String host, ToolCommand.Argv run) {
        String program = program(run);
        Optional<Act> act = run.background()
                ? server(run)
                : switch (program) {
                    case "./dm_service_installer.sh" -> service(host, run.argv());
                    case "./dmctlcvt" ->
                        options(run, program, "TYPE", "SRC", "DEST", "DCR_INI")
                                .filter(given -> value(given, "TYPE").equals("1"))
                                .map(given -> new LookAct.ConvertControlFile(
                                        value(given, "SRC"), value(given, "DEST"), value(given, "DCR_INI")));
                    case "./dmcssm" ->
                        options(run, program, "INI_PATH")
                                .map(given ->
                                        new ForwardAct.RestartMonitor(new FileId(host, value(given, "INI_PATH"))));
                    default -> ofTheSystem(host, run.argv(), program);
                };
        return act.orElseGet(() -> unknown(run));
    }

    private static Optional<Act> ofTheSystem(String host, List<String> argv, String program) {
        List<String> words = argv.isEmpty() ? argv : argv.subList(1, argv.size());
        boolean directory = words.contains("-rf");
        if (program.equals("systemctl") && words.size() == 2 && words.get(0).equals("start")) {
            return Optional.of(new ForwardAct.StartService(words.get(1)));
        } else if (program.equals("systemctl")
                && words.size() == 2
                && words.get(0).equals("restart")) {
            return Optional.of(new ForwardAct.RestartService(words.get(1)));
        } else if (program.equals("rm")
                && words.size() == 3
                && words.subList(0, 2).equals(List.of(directory ? "-rf" : "-f", "--"))) {
            return Optional.of(new WayBackAct.RemoveFiles(new FileId(host, words.get(2)), directory));
        }
        return program.equals("ss") && words.equals(List.of("-ltn"))
                ? Optional.of(new LookAct.ListPorts())
                : Optional.empty();
    }

    /**
     * Reads the start of a server in the background. It must run without a console, because a person could stop all
     * nodes there.
     */
    private static Optional<Act> server(ToolCommand.Argv run) {
        String program = program(run);
        Set<String> names =
                kind(program).filter(Kind.DB::equals).isPresent() ? Set.of("PATH", "DCR_INI") : Set.of("DCR_INI");
        List<String> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        run.argv().stream().skip(1).forEach(word -> (names.contains(option(word)) ? files : others).add(word));
        boolean quiet = others.remove("-noconsole") && !others.contains("-noconsole");
        return kind(program)
                .filter(kind -> quiet)
                .flatMap(kind -> options(files, names)
                        .map(given -> new ForwardAct.Start(
                                kind, program.endsWith("m"), value(given, "PATH"), value(given, "DCR_INI"), others)));
    }

    /** Reads a call of the service installer. Each option may occur once, with its value. */
    private static Optional<Act> service(String host, List<String> argv) {
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < argv.size(); i += 2) {
            boolean known =
                    Set.of("-t", "-dm_ini", "-dcr_ini", "-cssm_ini", "-y", "-p").contains(argv.get(i));
            if (!known || i + 1 == argv.size() || given.put(argv.get(i), argv.get(i + 1)) != null) {
                return Optional.empty();
            }
        }
        String program = value(given, "-t");
        if (given.containsKey("-cssm_ini")) {
            return program.equals("dmcssm") && given.keySet().equals(Set.of("-t", "-cssm_ini", "-p"))
                    ? Optional.of(new ForwardAct.RegisterMonitor(
                            prefix(program) + value(given, "-p"), new FileId(host, value(given, "-cssm_ini"))))
                    : Optional.empty();
        }
        return kind("./" + program)
                .map(kind -> new ForwardAct.Register(
                        prefix(program) + value(given, "-p"),
                        new ForwardAct.Start(
                                kind,
                                program.endsWith("m"),
                                value(given, "-dm_ini"),
                                value(given, "-dcr_ini"),
                                List.of()),
                        value(given, "-y")));
    }

    /**
     * Returns the prefix that the installer puts before the name of a service: the name of its template for the
     * program.
     */
    private static String prefix(String program) {
        return switch (program) {
            case "dmcss" -> "DmCSSService";
            case "dmasmsvr" -> "DmASMSvrService";
            case "dmasmsvrm" -> "DmASMSvrmService";
            case "dmcssm" -> "DmCSSMonitorService";
            default -> "DmService";
        };
    }

    private static Optional<Kind> kind(String program) {
        return switch (program) {
            case "./dmcss" -> Optional.of(Kind.CSS);
            case "./dmasmsvr", "./dmasmsvrm" -> Optional.of(Kind.ASM);
            case "./dmserver" -> Optional.of(Kind.DB);
            default -> Optional.empty();
        };
    }

    /**
     * Returns the program that a command calls: one of Dameng's programs in its directory, for example {@code
     * ./dmasmcmd}, because it finds its libraries there; or a program of the operating system by its name. Returns an
     * empty text for any other call.
     */
    private static String program(ToolCommand words) {
        String first = words.argv().isEmpty() ? "" : words.argv().get(0);
        boolean inDirectory =
                words.directory().filter(each -> each.startsWith("/")).isPresent();
        boolean plain = first.lastIndexOf('/') == (inDirectory ? 1 : -1);
        return plain
                        && inDirectory == first.startsWith("./")
                        && words.directory().isPresent() == inDirectory
                ? first
                : "";
    }

    private static String value(Map<String, String> given, String option) {
        return given.getOrDefault(option, "");
    }

    private static Act unknown(ToolCommand words) {
        return new ForwardAct.Unknown(
                words.directory().map(each -> each + ": ").orElse("") + String.join(" ", words.argv()));
    }

    /**
     * Returns the options of a call of a program; empty if another program is called, or if an argument is no known
     * option.
     */
    private static Optional<Map<String, String>> options(ToolCommand words, String program, String... names) {
        return program(words).equals(program)
                ? options(words.argv().subList(1, words.argv().size()), Set.of(names))
                : Optional.empty();
    }

    /** Reads arguments of the form {@code NAME=value}; empty if a name is unknown or occurs twice. */
    private static Optional<Map<String, String>> options(List<String> words, Set<String> names) {
        Map<String, String> given = new HashMap<>();
        for (String word : words) {
            String name = option(word);
            if (!names.contains(name) || given.put(name, word.substring(name.length() + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(given);
    }

    private static String option(String word) {
        return word.substring(0, Math.max(0, word.indexOf('='))).toUpperCase(Locale.ROOT);
    }
}
