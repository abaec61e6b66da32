package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told counts only in the step that is there for it: a sentence alone could say anything. */
class PersonsActsTest {
    private static final String STOP = "Stop dmserver on 10.1.0.1; make sure that dmcss does not start it again.";
    private static final String START = "On each old node start dmcss, then the ASM server, then the instance.";
    private static final String REGISTER = "Register a service that is called MyCss with dm_service_installer.sh"
            + " -t dmcss -dcr_ini /d.ini; its name does not begin as the installer begins names.";
    private static final String RESTART = "Leave the monitor with exit, then: /dm/bin/dmcssm INI_PATH=/data/dmcssm.ini";
    private static final String LOGS = "The logs of every dmcss, dmasmsvr and dmserver.";

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments("reinit.stop.dmserver.10.1.0.1", STOP, new Act.Stop(Kind.DB, "10.1.0.1")),
                arguments("reinit.start", START, new Act.StartAgain(false)),
                arguments("reinit.start", START + " Then restart every monitor.", new Act.StartAgain(true)),
                arguments(
                        "register-css",
                        REGISTER,
                        new Act.Register("MyCss", new Act.Start(Kind.CSS, false, "", "/d.ini"))),
                arguments(
                        "restart-monitor.1",
                        RESTART,
                        new Act.RestartMonitor(new FileId("monitor", "/data/dmcssm.ini"))),
                arguments("read-logs", LOGS, new Act.ReadLogs()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentences")
    void aPersonDoesWhatTheStepSays(String id, String sentence, Act act) {
        assertThat(read(id, sentence, RollbackClass.RETRY_SAFE)).containsExactly(act);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sentences")
    void theSameSentenceInAnotherStepIsUnknown(String id, String sentence, Act act) {
        Stream.of("other", "reinit.stop.", "register-css", "restart-monitor.1", "read-logs", "reinit.start", "clients")
                .filter(other -> !id.startsWith(other))
                .forEach(other -> assertThat(read(other, sentence, RollbackClass.RETRY_SAFE))
                        .as(other)
                        .containsExactly(new Act.Unknown(sentence)));
    }

    static Stream<Arguments> otherSentences() {
        return Stream.of(
                arguments("reinit.stop.dmserver.10.1.0.1", STOP.replace("Stop", "Kill")),
                arguments("reinit.stop.dmserver.10.1.0.1", STOP.replace("dmserver", "everything")),
                arguments("reinit.start", "On each node start dmcss."),
                arguments("register-css", REGISTER.replace("Register", "Remove")),
                arguments("register-css", REGISTER.replace("-t dmcss", "-t dmwatcher")),
                arguments("restart-monitor.1", RESTART.replace("dmcssm", "dmcss")),
                arguments("read-logs", "Delete the logs of every dmcss."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("otherSentences")
    void anotherSentenceInTheSameStepIsUnknown(String id, String sentence) {
        assertThat(read(id, sentence, RollbackClass.RETRY_SAFE)).containsExactly(new Act.Unknown(sentence));
    }

    /** These look outside the cluster and may say what they like, as long as nothing is changed. */
    @ParameterizedTest
    @ValueSource(strings = {"new-host", "archives-later", "clients", "look.extend-dcr.compare"})
    void lookingOutsideChangesNothing(String id) {
        assertThat(read(id, "Look.", RollbackClass.READ_ONLY)).containsExactly(new Act.LookOutside());
        assertThat(read(id, "Look.", RollbackClass.REVERSIBLE)).containsExactly(new Act.Unknown("Look."));
        assertThat(read(id + "s", "Look.", RollbackClass.READ_ONLY)).containsExactly(new Act.Unknown("Look."));
    }

    private static List<Act> read(String id, String sentence, RollbackClass rollback) {
        Text text = new Text("", "");
        Step step = Step.builder()
                .id(id)
                .phase(Phase.PREFLIGHT)
                .host("monitor")
                .tool(Tool.OPERATOR)
                .title(text)
                .command(new Command.Observe(new Text(sentence, "")))
                .verify(new Verification(text, List.of(), List.of()))
                .rollbackClass(rollback)
                .recovery(text)
                .manual("")
                .build();
        return Grammar.acts(step, List.of());
    }
}
