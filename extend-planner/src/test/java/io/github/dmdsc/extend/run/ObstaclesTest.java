package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.extend.run.Answer.Obstacle;
import io.github.dmdsc.extend.tools.LeftoverFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how a run stops if a file cannot be looked at, or if something else is in the place of a file. */
class ObstaclesTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final Change.WriteFile WRITE = MANUAL.plan()
            .actions(Change.WriteFile.class)
            .filter(write -> MANUAL.files().contains(write.file()))
            .findFirst()
            .orElseThrow();
    private static final FileId OLD = WRITE.file();
    private static final Change.CopyDirectory COPY =
            MANUAL.plan().actions(Change.CopyDirectory.class).findFirst().orElseThrow();

    private final ModelTransport hosts = new ModelTransport(MANUAL.plan(), MANUAL.files());

    /** Carries the plan out. The function may give other answers than the hosts. */
    private Run carriedOut(Function<Move, Optional<Answer>> other) {
        Run run = Run.of(MANUAL.plan(), hosts.journal());
        while (!CarryingOut.ended(run)) {
            Optional<Answer> answer = other.apply(run.move());
            run = answer.isPresent() ? run.answered(answer.get()) : CarryingOut.moved(run, hosts);
        }
        assertThat(hosts.offences()).isEmpty();
        return run;
    }

    /** Carries the plan out with other answers to the looks at a file. */
    private Run carriedOut(FileId file, UnaryOperator<Answer.Hashes> other) {
        return carriedOut(move -> move instanceof Move.Read read
                        && read.reading() instanceof Reading.Hashes hashes
                        && hashes.files().contains(file)
                ? Optional.of(other.apply((Answer.Hashes) hosts.read(read)))
                : Optional.empty());
    }

    private static List<Finding> findings(Run run) {
        assertThat(run.move()).isInstanceOf(Move.Stop.class);
        return ((Move.Stop) run.move()).findings();
    }

    private static Answer.Hashes without(Answer.Hashes hashes, Map<FileId, Obstacle> unseen) {
        Map<FileId, String> present = new HashMap<>(hashes.present());
        present.keySet().removeAll(unseen.keySet());
        return new Answer.Hashes(present, Set.of(), unseen);
    }

    @Test
    void only_the_files_that_could_not_be_looked_at_are_named() {
        FileId monitor = MANUAL.files().ids().stream()
                .filter(file -> file.name().equals("dmcssm.ini"))
                .findFirst()
                .orElseThrow();

        Run run = carriedOut(
                OLD, hashes -> without(hashes, Map.of(monitor, Obstacle.NO_ANSWER, OLD, Obstacle.UNREADABLE)));

        assertThat(findings(run))
                .extracting(
                        Finding::ruleId,
                        Finding::variant,
                        finding -> finding.primary().path(),
                        finding -> finding.parameters().get("files"))
                .containsExactlyInAnyOrder(
                        tuple("EXT-0318", "NO_ANSWER", monitor.host(), List.of(monitor)),
                        tuple("EXT-0318", "UNREADABLE", OLD.host(), List.of(OLD)));
        assertThat(run.status().findings()).isEmpty();
    }

    @Test
    void an_answer_without_result_names_every_file_by_its_host() {
        Run run = carriedOut(move -> move instanceof Move.Read ? Optional.of(new Answer.NoResult()) : Optional.empty());

        assertThat(findings(run))
                .allSatisfy(finding -> assertThat(finding.variant()).isEqualTo("UNKNOWN"))
                .extracting(finding -> finding.parameters().get("host"))
                .contains(OLD.host(), COPY.to().host())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = Obstacle.class,
            names = {"MISSING", "UNREADABLE", "NOT_GIVEN", "NO_ANSWER"})
    void an_export_that_cannot_be_read_is_named_with_the_reason(Obstacle why) {
        Look.ExportDcr export =
                MANUAL.plan().actions(Look.ExportDcr.class).findFirst().orElseThrow();

        Run run = carriedOut(move -> move instanceof Move.Read read && read.reading() instanceof Reading.Content
                ? Optional.of(new Answer.NoResult(why))
                : Optional.empty());

        assertThat(findings(run)).singleElement().satisfies(finding -> {
            assertThat(finding.variant()).isEqualTo(why.name());
            assertThat(finding.parameters()).containsEntry("files", List.of(export.to()));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_file_with_another_hash_stops_the_run_before_and_after_it_gets_its_name(boolean placed) {
        FileId file = placed ? OLD : LeftoverFiles.sent(MANUAL.plan(), OLD);
        String planned = WRITE.sha256();
        String other = "0".repeat(64);

        Run run = carriedOut(file, hashes -> {
            Map<FileId, String> present = new HashMap<>(hashes.present());
            present.replace(file, planned, other);
            return new Answer.Hashes(present, hashes.links(), hashes.unseen());
        });

        assertThat(findings(run)).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0317");
            assertThat(finding.variant()).isEqualTo(placed ? "PLACED" : "SENT");
            assertThat(finding.parameters())
                    .containsEntry("file", file)
                    .containsEntry("now", other)
                    .containsEntry("planned", planned);
        });
    }

    @Test
    void a_directory_in_the_place_of_a_file_stops_the_run() {
        FileId export = MANUAL.plan()
                .actions(Look.ExportDcr.class)
                .findFirst()
                .orElseThrow()
                .to();

        Run run = carriedOut(export, hashes -> without(hashes, Map.of(export, Obstacle.EMPTY_DIRECTORY)));

        assertThat(findings(run)).singleElement().satisfies(finding -> {
            assertThat(finding.variant()).isEqualTo("DIRECTORY");
            assertThat(finding.parameters()).containsEntry("files", List.of(export));
        });
    }

    @Test
    void a_link_in_the_place_of_a_file_to_write_stops_the_run_before_its_first_step() {
        Run run = carriedOut(OLD, hashes -> new Answer.Hashes(hashes.present(), Set.of(OLD), Map.of()));

        assertThat(findings(run)).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0319");
            assertThat(finding.variant()).isEqualTo("LINK");
            assertThat(finding.parameters()).containsEntry("file", OLD);
        });
        assertThat(hosts.journal()).hasSize(1);
    }

    @Test
    void a_link_that_appears_later_stops_the_step() {
        List<Integer> looks = new ArrayList<>();

        Run run = carriedOut(OLD, hashes -> {
            looks.add(1);
            return looks.size() == 1 ? hashes : new Answer.Hashes(hashes.present(), Set.of(OLD), Map.of());
        });

        assertThat(findings(run))
                .singleElement()
                .satisfies(finding -> assertThat(finding.variant()).isEqualTo("LINK"));
        assertThat(hosts.bytes(OLD)).contains(MANUAL.files().bytes(OLD));
    }

    @Test
    void a_link_to_a_file_that_stays_as_it_is_does_no_harm() {
        FileId unchanged = MANUAL.files().ids().stream()
                .filter(file -> file.name().equals("dmdcr.ini"))
                .findFirst()
                .orElseThrow();

        Run run = carriedOut(unchanged, hashes -> new Answer.Hashes(hashes.present(), Set.of(unchanged), Map.of()));

        assertThat(run.move()).isEqualTo(new Move.Finished());
    }

    @Test
    void an_empty_directory_in_the_place_of_the_copy_does_no_harm() {
        Run run = carriedOut(COPY.to(), hashes -> without(hashes, Map.of(COPY.to(), Obstacle.EMPTY_DIRECTORY)));

        assertThat(run.move()).isEqualTo(new Move.Finished());
    }

    @Test
    void something_else_in_the_place_of_the_copy_stops_the_run_and_is_named() {
        Map<Obstacle, Answer.Hashes> found = new EnumMap<>(Map.of(
                Obstacle.DIRECTORY, new Answer.Hashes(Map.of(), Set.of(), Map.of(COPY.to(), Obstacle.DIRECTORY)),
                Obstacle.EMPTY_DIRECTORY,
                        new Answer.Hashes(Map.of(), Set.of(COPY.to()), Map.of(COPY.to(), Obstacle.EMPTY_DIRECTORY)),
                Obstacle.UNKNOWN, new Answer.Hashes(Map.of(COPY.to(), "0".repeat(64)))));

        found.forEach((kind, hashes) -> {
            Run run = carriedOut(COPY.to(), none -> hashes);

            assertThat(findings(run)).as("%s", kind).singleElement().satisfies(finding -> {
                assertThat(finding.ruleId()).isEqualTo("EXT-0319");
                assertThat(finding.variant()).isEqualTo("EXISTS");
                assertThat(finding.parameters()).containsEntry("file", COPY.to());
            });
            assertThat(hosts.journal())
                    .noneMatch(entry -> entry instanceof JournalEntry.Begun begun
                            && MANUAL.plan().steps().stream()
                                    .filter(step -> step.action().equals(COPY))
                                    .map(Step::id)
                                    .anyMatch(begun.step()::equals));
        });
    }
}
