package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.StartupCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps that start the new node's processes: by command line or as services, or waiting where dmcss starts them itself.
 */
final class StartSteps {
    /** How much longer than its interval a restart by dmcss may take before something is wrong. */
    private static final int START_GRACE_SECONDS = 300;

    private static final String CSS_SERVICE = "DmCSSService";
    private static final String ASM_SERVICE = "DmASMSvrService";
    private static final String DB_SERVICE = "DmService";

    private final StepContext use;
    private final StepList list;
    private final Dmdcr dmdcr;

    StartSteps(StepContext use, StepList list) {
        this.use = use;
        this.list = list;
        this.dmdcr = use.node.dmdcr();
    }

    void write() {
        Optional<String> css = use.node.services()
                ? Optional.of(CSS_SERVICE + use.node.css().name().orElseThrow())
                : Optional.empty();
        Optional<String> asm = service(
                dmdcr.asmStartupCommand(), ASM_SERVICE + use.node.asm().name().orElseThrow());
        Optional<String> db = service(
                dmdcr.dbStartupCommand(), DB_SERVICE + use.node.db().name().orElseThrow());
        register(
                "css",
                CSS_SERVICE,
                css,
                List.of("-t", "dmcss", "-dcr_ini", use.node.dmdcrFile().path()));
        List<String> asmArguments = new ArrayList<>(List.of(
                "-t",
                use.tools.server().program(),
                "-dcr_ini",
                use.node.dmdcrFile().path()));
        css.ifPresent(service -> asmArguments.addAll(List.of("-y", service + ".service")));
        register("asm", ASM_SERVICE, asm, asmArguments);
        register(
                "db",
                DB_SERVICE,
                db,
                List.of(
                        "-t",
                        "dmserver",
                        "-dm_ini",
                        use.node.dmIniFile().path(),
                        "-dcr_ini",
                        use.node.dmdcrFile().path()));
        start(
                "css",
                Phase.START_CSS_ASM,
                Tool.DMCSS,
                css,
                List.of(use.program(Tool.DMCSS), StepContext.dcrIni(use.node.dmdcrFile(), "DCR_INI")),
                9);
        startOrAwait(
                "asm",
                Phase.START_CSS_ASM,
                use.tools.server(),
                dmdcr.asmStartupCommand().flatMap(command -> interval(dmdcr.asmRestartInterval())),
                asm,
                List.of(use.program(use.tools.server()), StepContext.dcrIni(use.node.dmdcrFile(), "DCR_INI")),
                9);
        startOrAwait(
                "db",
                Phase.START_DB,
                Tool.DMSERVER,
                dmdcr.dbStartupCommand().flatMap(command -> interval(dmdcr.dbRestartInterval())),
                db,
                List.of(
                        use.program(Tool.DMSERVER),
                        "path=" + use.node.dmIniFile().path(),
                        StepContext.dcrIni(use.node.dmdcrFile(), "dcr_ini")),
                10);
    }

    /** The service that dmcss's start command names, or that the request wants. */
    private Optional<String> service(Optional<String> command, String usual) {
        return command.map(StartupCommand::parse)
                .flatMap(StartupCommand::service)
                .map(name -> name.endsWith(".service") ? name.substring(0, name.length() - ".service".length()) : name)
                .or(() -> use.node.services() ? Optional.of(usual) : Optional.empty());
    }

    /** The installer puts a name together from a prefix of its own and what it is given. */
    private void register(String what, String prefix, Optional<String> service, List<String> arguments) {
        if (service.isEmpty()) {
            return;
        }
        Map<String, String> parameters = Map.of(
                "service", service.get(),
                "host", use.node.host(),
                "arguments", String.join(" ", arguments));
        boolean usual = service.get().startsWith(prefix) && service.get().length() > prefix.length();
        list.add(
                        "register-" + what,
                        Phase.START_CSS_ASM,
                        use.node.host(),
                        usual ? Tool.SHELL : Tool.OPERATOR,
                        RollbackClass.RETRY_SAFE,
                        usual
                                ? installation(arguments, service.get().substring(prefix.length()))
                                : StepContext.observe("register", parameters))
                .texts("register")
                .with(parameters)
                .manual(9);
    }

    private Command installation(List<String> arguments, String name) {
        List<String> argv = new ArrayList<>();
        argv.add(installer());
        argv.addAll(arguments);
        argv.addAll(List.of("-p", name));
        return new Command.Argv(argv, false);
    }

    private String installer() {
        String bin = use.node.binDirectory();
        String home = bin.endsWith("/bin") ? bin.substring(0, bin.length() - "/bin".length()) : bin + "/..";
        return home + "/script/root/dm_service_installer.sh";
    }

    /** The interval after which dmcss starts a process by itself; empty where it does not. */
    private static Optional<Integer> interval(Optional<Seconds> configured) {
        int seconds = configured.map(Seconds::count).orElse(60);
        return seconds > 0 ? Optional.of(seconds) : Optional.empty();
    }

    private void startOrAwait(
            String what,
            Phase phase,
            Tool tool,
            Optional<Integer> interval,
            Optional<String> service,
            List<String> argv,
            int manualStep) {
        if (interval.isEmpty()) {
            start(what, phase, tool, service, argv, manualStep);
            return;
        }
        list.add(
                        "await-" + what,
                        phase,
                        use.node.host(),
                        tool,
                        RollbackClass.READ_ONLY,
                        new Command.AwaitAutoStart(tool, interval.get(), interval.get() + START_GRACE_SECONDS))
                .with(use.names())
                .manual(manualStep);
    }

    private void start(
            String what, Phase phase, Tool tool, Optional<String> service, List<String> argv, int manualStep) {
        list.add(
                        "start-" + what,
                        phase,
                        use.node.host(),
                        service.isPresent() ? Tool.SHELL : tool,
                        RollbackClass.RETRY_SAFE,
                        service.map(name -> StepContext.argv("systemctl", "start", name))
                                .orElseGet(() -> new Command.Argv(argv, true)))
                .with(use.names())
                .manual(manualStep);
    }
}
