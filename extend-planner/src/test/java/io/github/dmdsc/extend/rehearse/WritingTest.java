package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies on the hosts after a directory was copied and a file written. */
class WritingTest {
    private static final Planned PLANNED =
            ExtendedPlans.of(ClusterLayout.builder().build());
    private static final FileId FROM = new FileId("10.1.0.1", "/data/DSC0_conf");
    private static final FileId TO = new FileId("10.1.0.3", "/data/DSC2_conf");
    private static final FileId DMDCR = new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini");

    private static Setting setting(Planned planned) {
        return Setting.of(planned.plan(), planned.files()).orElseThrow();
    }

    private static FileId below(FileId directory, String name) {
        return new FileId(directory.host(), directory.path() + "/" + name);
    }

    private static List<FileId> onTheNewHost(World world) {
        return world.files().ids().stream()
                .filter(file -> file.host().equals(TO.host()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_copy_has_the_same_files_below_the_same_names_but_those_left_out() {
        Planned planned = new Planned(
                PLANNED.plan(),
                PLANNED.files()
                        .with(below(FROM, "bak/dm.ini"), bytes("MAL_INI = 0\n"))
                        .with(below(FROM, "trace.log"), bytes("old"))
                        .with(new FileId("10.1.0.2", FROM.path() + "/dmarch.ini"), bytes("ARCH_WAIT_APPLY = 0\n")));
        Setting setting = setting(planned);
        World world = World.of(setting);
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY));

        World copied = new Writing(setting, world, judge).copy(new Onward.Copy(FROM, TO, List.of("trace*")));

        assertThat(judge.rejected()).isEmpty();
        assertThat(onTheNewHost(copied))
                .containsExactlyInAnyOrder(below(TO, "bak/dm.ini"), below(TO, "dm.ini"), below(TO, "dmmal.ini"));
        assertThat(copied.files().get(below(TO, "dm.ini")))
                .isEqualTo(world.files().get(below(FROM, "dm.ini")));
    }

    /** A pattern leaves out whatever begins so, and all that lies below. */
    @ParameterizedTest
    @CsvSource({
        "*bak*, ctl_bak/dm.ctl, true",
        "*bak*, dm.ini, false",
        "trace, trace/dm.trc, true",
        "trace, tracer, false",
        "*.ini.*, dm.ini.2023, true",
        "*.ini.*, dm.ini, false",
        "a.b, axb, false",
    })
    void what_is_left_out(String pattern, String name, boolean left) {
        assertThat(new Change.CopyDirectory(FROM, TO, List.of(pattern)).leavesOut(name))
                .isEqualTo(left);
    }

    /** Traces below the directory are the old node's; a backup would lie in wait on the new one. */
    @ParameterizedTest
    @CsvSource({"trace, dm.ini.2023", "trace, old/dm.ini.bak", "dm.*, x"})
    void a_copy_that_takes_along_what_is_the_old_nodes_own_is_refused(String except, String file) {
        Setting setting =
                setting(new Planned(PLANNED.plan(), PLANNED.files().with(below(FROM, file), bytes("MAL_INI = 0\n"))));
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY));

        new Writing(setting, World.of(setting), judge).copy(new Onward.Copy(FROM, TO, List.of(except)));

        assertThat(judge.rejected()).isPresent();
    }

    @Test
    void what_a_first_attempt_left_is_removed_and_copied_anew() {
        Setting setting = setting(PLANNED);
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY, Requirement.NO_REMOVAL));
        Onward.Copy copy = new Onward.Copy(FROM, TO, List.of("trace"));
        World copied = new Writing(setting, World.of(setting), judge).copy(copy);

        World removed = new Writing(setting, copied, judge).removeLeftOver(TO);
        World again = new Writing(setting, removed, judge).copy(copy);

        assertThat(judge.rejected()).isEmpty();
        assertThat(onTheNewHost(removed)).isEmpty();
        assertThat(again.files()).isEqualTo(copied.files());
    }

    @Test
    void on_the_way_forward_only_the_copy_on_the_new_host_is_removed() {
        FileId elsewhere = new FileId("10.1.0.2", TO.path());
        Setting setting = setting(
                BadPlans.inserted(PLANNED, "copy-config", new Change.CopyDirectory(FROM, elsewhere, List.of())));

        for (FileId file : List.of(elsewhere, DMDCR, FROM)) {
            Judge judge = new Judge(EnumSet.of(Requirement.NO_REMOVAL));
            new Writing(setting, World.of(setting), judge).removeLeftOver(file);

            refused(judge, Requirement.NO_REMOVAL, file);
        }
    }

    @Test
    void a_file_is_written_with_the_bytes_that_its_hash_promises() {
        Judge judge = new Judge(EnumSet.of(Requirement.FRESH_FILES));
        put(World.of(setting(PLANNED)), DMDCR, Hashes.sha256(bytes("DMDCR_SEQNO = 2\n")), judge);

        refused(judge, Requirement.FRESH_FILES, DMDCR);
    }

    @Test
    void an_old_file_that_is_gone_is_not_written_as_if_it_were_new() {
        FileId mal = below(FROM, "dmmal.ini");
        World world = World.of(setting(PLANNED));
        Judge judge = new Judge(EnumSet.of(Requirement.FRESH_FILES));
        put(world.with(world.files().without(mal)), mal, change(mal).after(), judge);

        refused(judge, Requirement.FRESH_FILES, mal);
    }

    /** Writes what the plan says, on the host where it belongs. */
    private static void put(World world, FileId file, String sha256, Judge judge) {
        Step step = Step.builder()
                .from(PLANNED.plan().steps().get(0))
                .host(file.host())
                .build();
        new Writing(setting(PLANNED), world, judge)
                .put(new Back.Put(file, change(file).content(), sha256, false), step);
    }

    private static FileChange change(FileId file) {
        return PLANNED.plan().files().stream()
                .filter(change -> change.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Judge judge, Requirement rule, FileId where) {
        assertThat(judge.rejected()).hasValueSatisfying(rejected -> {
            assertThat(rejected.rule()).isEqualTo(rule);
            assertThat(rejected.why().where()).contains(where.toString());
        });
    }

    /** Nodes may have their files at the same paths: only the host tells whose archives they are. */
    @ParameterizedTest
    @CsvSource({
        "10.1.0.3, /data/DSC2_conf/dmarch.ini, CONFIG_DIRECTORY",
        "10.1.0.1, /data/DSC2_conf/dmarch.ini, ARCHIVES_OF_OTHERS",
        "10.1.0.3, /data/DSC2_confs/dmarch.ini, ARCHIVES_OF_OTHERS"
    })
    void archives_belong_to_the_copied_directory_or_to_others(String host, String path, Chapter chapter) {
        byte[] archives = bytes("[ARCHIVE_LOCAL1]\nARCH_TYPE = LOCAL\n");
        Setting setting = setting(PLANNED);
        Back.Put put = new Back.Put(new FileId(host, path), FileContent.of(archives), Hashes.sha256(archives), false);
        Step step = PLANNED.plan().steps().get(0);

        World written = new Writing(setting, World.of(setting).withCopy(FROM, TO), new Judge(Set.of())).put(put, step);

        assertThat(written.chapter()).isEqualTo(chapter);
    }

    @Test
    void another_file_of_the_plan_is_not_what_may_lie_there() {
        byte[] another = change(below(TO, "dmmal.ini")).content().bytes();
        Planned bad = new Planned(PLANNED.plan(), PLANNED.files().with(DMDCR, another));

        refused(bad, Requirement.FRESH_FILES, DMDCR);
    }

    private static void refused(Planned bad, Requirement rule, FileId where) {
        assertThat(BadPlans.refusal(bad)).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(rule);
            assertThat(failure.step()).startsWith("write.").endsWith(where.toString());
            assertThat(failure.why().where()).contains(where.toString());
        });
    }
}
