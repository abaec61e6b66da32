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
 * The steps that start the processes of the new node, by command line or as services. If dmcss starts a process, the
 * step waits until it has done so.
 */
final class StartSteps {
    /** The seconds beyond the restart interval after which a start by dmcss counts as failed. */
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
        // If dmcss restarts a process as a service, dmcss runs as a service too, because the other services wait for it
        // at boot.
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

    /**
     * Returns the service that the startup command of dmcss names. If it names none and {@code orUsual} is true,
     * returns the service that the installer makes.
     */
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

    /** Returns the dm.ini that a process reads. Only an instance reads one. */
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

    /** Returns the seconds after which dmcss starts a process by itself; empty if it does not start the process. */
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

    /** Returns the other options of the startup command if it calls the program itself; otherwise none. */
    private List<String> options(GroupType process) {
        return dmdcr.startCommand(process)
                .filter(called -> called.calls(program(process).program()))
                .map(StartupCommand::options)
                .orElse(List.of());
    }
}
