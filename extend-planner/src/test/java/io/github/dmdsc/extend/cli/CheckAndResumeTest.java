package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.model.FileId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a cluster, and of a plan that was begun. */
class CheckAndResumeTest extends CommandLineRun {
    @Test
    void checkFindsNothingWrongWithTheExample() {
        input(Example.files());
        assertThat(run("check", input.toString())).isZero();
        assertThat(stdout.toString()).contains("Nodes: 2, monitors: 1");
    }

    @Test
    void checkPrintsFindingsAsJson() throws Exception {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "x"));

        assertThat(run("check", input.toString(), "--format=json")).isEqualTo(Main.FINDINGS);

        JsonNode json = new ObjectMapper().readTree(stdout.toString());
        assertThat(json.get("findings"))
                .anySatisfy(
                        finding -> assertThat(finding.get("ruleId").asText()).isEqualTo("INI-0101"));
        assertThat(json.at("/findings/0/primary/line").asInt()).isPositive();
    }

    @Test
    void checkPrintsFindingsAsSarif() throws Exception {
        input(Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7"));

        assertThat(run("check", input.toString(), "--format=sarif")).isEqualTo(Main.FINDINGS);

        JsonNode log = new ObjectMapper().readTree(stdout.toString());
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/results/0/ruleId").asText()).isEqualTo("DSC-0209");
    }

    @Test
    void aFindingThatSomebodyAnswersForStillShowsAndStopsNothing() {
        String command = "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/old/dmdcr.ini";
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_ASM_STARTUP_CMD", command));
        String waiver = "--waive=DSC-0215@10.0.2.102:/home/data/dmdcr.ini=gone on Friday";
        String value = "--value=dmdcr.DMDCR_ASM_STARTUP_CMD=/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini";

        assertThat(run("check", input.toString(), waiver)).isZero();
        assertThat(stdout.toString()).contains("[DSC-0215]", "waived: gone on Friday");
        assertThat(plan(value)).isEqualTo(Main.FINDINGS);
        assertThat(plan(value, waiver)).isZero();
    }

    /** Nobody can answer for a monitor that does not reach the cluster: extend node is typed there. */
    @Test
    void aFindingThatMakesThePlanFailItsRehearsalCannotBeWaivedAway() {
        input(Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7"));
        String waiver = "--waive=DSC-0209@monitor:/home/data/cssm/dmcssm.ini=gone on Friday";

        assertThat(run("check", input.toString(), waiver)).isZero();
        assertThat(plan(waiver)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[EXT-0112]", "(cluster-ok, R13)", "dmcssm.ini");
        assertThat(out).doesNotExist();
        assertThat(plan(waiver, "--lang=zh")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("计划未通过演练");
    }

    @Test
    void whatGuardsThePointOfNoReturnCannotBeWaived() {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "7"));

        assertThat(run("check", input.toString(), "--waive=DSC-0206@10.0.2.102=we know"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("WAI-0101").doesNotContain("waived: we know");
        assertRefused(run("check", input.toString(), "--waive=DSC-0206"), Main.UNREADABLE, "<rule>@<place>=<reason>");
    }

    @Test
    void aPlanThatWasBegunIsGoneOnWith() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(resume(json, input.toString())).isZero();
        assertThat(stdout.toString()).contains("  cluster-ok  ", "  extend-node  ");
        assertThat(resume(json, input.toString(), "--done=cluster-ok,new-host")).isZero();
        assertThat(stdout.toString()).doesNotContain("  cluster-ok  ").contains("  ports-free  ");
    }

    @Test
    void fromAStepThatFailedThereIsAWay() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(resume(json, input.toString(), "--failed=extend-dcr")).isZero();
        assertThat(stdout.toString())
                .contains("Look first", "check dcrdisk '/dev/raw/raw1'", "init dcrdisk '/dev/raw/raw1'")
                .contains("export dcrdisk '/dev/raw/raw1' to '/home/data/look_dcrdisk1.txt'", "sha256sum ")
                .contains("  => if it was done: check-dcr.disk1", "  => if it had no effect: extend-dcr")
                .doesNotContain("Do it again")
                .contains("staged/10.0.2.101/home/data/dmasvrmal.ini");
        assertThat(out.resolve("staged/10.0.2.101/home/data/dmasvrmal.ini"))
                .hasBinaryContent(Example.files().bytes(new FileId("10.0.2.101", "/home/data/dmasvrmal.ini")));
        assertThat(resume(json, input.toString(), "--failed=dance")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance").doesNotContain("Exception");
    }

    @Test
    void aPlanThatNoLongerFitsIsRefused() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();
        Path mal = input.resolve("10.0.2.101/home/data/dmasvrmal.ini");
        Files.writeString(mal, "mal_check_interval = 1\n");

        assertThat(resume(json, input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("EXT-0301");
        assertThat(resume(mal.toString(), input.toString())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("EXT-0303", "dmasvrmal.ini:1:").doesNotContain("Exception");
        assertThat(resume(json, input.toString(), "--shown=ls=" + mal)).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("ls: no such tool").doesNotContain("Exception");
    }

    @Test
    void aPlanThatNobodyIsKnownToHaveBegunIsOnlyNoted() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(resume(json, input.toString())).isZero();
        assertThat(stdout.toString())
                .startsWith("Nothing shows whether this plan was begun")
                .contains("add-log-files, extend-dcr, extend-node")
                .doesNotContain("\n? ");
        assertThat(resume(json, input.toString(), "--done=export-dcr")).isZero();
        assertThat(stdout.toString())
                .contains("? add-log-files  ", "\n? extend-dcr  ", "\n? extend-node  ")
                .doesNotContain("Nothing shows");
        assertThat(resume(json, input.toString(), "--done=cluster-ok,dance")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance").doesNotContain("Exception");
    }

    @Test
    void ofOneToolSeveralOutputsAreRead() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();
        Path first = out.resolve("first.txt");
        Path second = out.resolve("second.txt");
        Files.writeString(first, "ls +DMLOG/log\nNO.1 name: DSC2_log01.log\nUsed time: 1(ms).\n");
        Files.writeString(second, "check it\n");

        assertThat(resume(json, input.toString(), "--shown=dmasmtool=" + first, "--shown=dmasmtool=" + second))
                .isZero();
        assertThat(stdout.toString()).contains("STA-0101", second.toString()).doesNotContain(first + ":");
        assertThat(resume(json, input.toString(), "--shown=dmasmtool")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("<tool>=<file>").doesNotContain("Exception");
    }

    @Test
    void noWayIsShownOverAFileThatSomebodyEdited() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Files.writeString(input.resolve("10.0.2.101/home/data/dmasvrmal.ini"), "mal_check_interval = 1\n");

        assertThat(resume(out.resolve("plan.json").toString(), input.toString(), "--failed=extend-node"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("EXT-0301").doesNotContain("=> ");
    }

    private int resume(String... arguments) {
        stdout.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("resume"));
        all.addAll(Arrays.asList(arguments));
        return run(all.toArray(String[]::new));
    }
}
