package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.tools.Services;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.StartupCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The steps that start the new node's processes: by command line or as services, or waiting where dmcss starts them itself.
 */
final class StartSteps {
    /** How much longer than its interval a restart by dmcss may take before something is wrong. */
    private static final int START_GRACE_SECONDS = 300;

    private final StepContext use;
    private final StepList list;
    private final Dmdcr dmdcr;

    StartSteps(StepContext use, StepList list) {
        this.use = use;
        this.list = list;
        this.dmdcr = use.node.dmdcr();
    }

    void write() {
        Optional<Integer> asmInterval =
                dmdcr.asmStartupCommand().flatMap(command -> interval(dmdcr.asmRestartInterval()));
        Optional<Integer> dbInterval = dmdcr.dbStartupCommand().flatMap(command -> interval(dmdcr.dbRestartInterval()));
        // Where dmcss restarts services, it is one itself: theirs wait for it at boot.
        boolean services = use.node.services()
                || StepContext.service(dmdcr, GroupType.ASM).isPresent()
                || StepContext.service(dmdcr, GroupType.DB).isPresent();
        Optional<String> css = services ? Optional.of(usual(GroupType.CSS, use.node.css())) : Optional.empty();
        Optional<String> asm = service(GroupType.ASM, use.node.asm(), services && asmInterval.isEmpty());
        Optional<String> db = service(GroupType.DB, use.node.db(), services && dbInterval.isEmpty());
        register(GroupType.CSS, css, Optional.empty());
        register(GroupType.ASM, asm, css);
        register(GroupType.DB, db, asm.or(() -> css));
        start(GroupType.CSS, css, true);
        startOrAwait(GroupType.ASM, asmInterval, asm);
        startOrAwait(GroupType.DB, dbInterval, db);
    }

    private String usual(GroupType process, DcrEndpoint endpoint) {
        return Services.name(process, use.cluster.edition(), endpoint.name().orElseThrow());
    }

    /** The service that dmcss's start command names; else the usual one, unless dmcss starts the program itself. */
    private Optional<String> service(GroupType process, DcrEndpoint endpoint, boolean orUsual) {
        return StepContext.service(dmdcr, process)
                .or(() -> orUsual ? Optional.of(usual(process, endpoint)) : Optional.empty());
    }

    private void register(GroupType process, Optional<String> service, Optional<String> after) {
        service.map(name -> use.step(
                        "register-" + id(process),
                        Phase.START_CSS_ASM,
                        use.node.host(),
                        Services.isUsual(process, use.cluster.edition(), name) ? Tool.SHELL : Tool.OPERATOR,
                        RollbackClass.RETRY_SAFE,
                        new Control.RegisterService(process, name, use.node.dmdcrFile(), dmIni(process), after)))
                .ifPresent(list::add);
    }

    /** Only an instance reads a dm.ini. */
    private Optional<FileId> dmIni(GroupType process) {
        return process == GroupType.DB ? Optional.of(use.node.dmIniFile()) : Optional.empty();
    }

    private static String id(GroupType process) {
        return process.name().toLowerCase(Locale.ROOT);
    }

    private static Phase phase(GroupType process) {
        return process == GroupType.DB ? Phase.START_DB : Phase.START_CSS_ASM;
    }

    private Tool program(GroupType process) {
        return Tool.server(process, use.cluster.edition());
    }

    /** The interval after which dmcss starts a process by itself; empty where it does not. */
    private static Optional<Integer> interval(Optional<Seconds> configured) {
        int seconds = configured.map(Seconds::count).orElse(60);
        return seconds > 0 ? Optional.of(seconds) : Optional.empty();
    }

    private void startOrAwait(GroupType process, Optional<Integer> interval, Optional<String> service) {
        if (interval.isEmpty()) {
            start(process, service, false);
            return;
        }
        list.add(use.look(
                "await-" + id(process),
                phase(process),
                use.node.host(),
                program(process),
                new Control.AwaitStart(process, interval.get(), interval.get() + START_GRACE_SECONDS)));
    }

    private void start(GroupType process, Optional<String> service, boolean gate) {
        list.add(use.step(
                        "start-" + id(process),
                        phase(process),
                        use.node.host(),
                        service.isPresent() ? Tool.SHELL : program(process),
                        RollbackClass.RETRY_SAFE,
                        new Control.Start(process, service, use.node.dmdcrFile(), dmIni(process), options(process)))
                .gate(gate));
    }

    /** What the process is started with besides its files, where its start command calls the program itself. */
    private List<String> options(GroupType process) {
        return dmdcr.startCommand(process)
                .filter(called -> called.calls(program(process).program()))
                .map(StartupCommand::options)
                .orElse(List.of());
    }
}
