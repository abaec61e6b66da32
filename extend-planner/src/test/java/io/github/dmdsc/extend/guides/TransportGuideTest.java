package io.github.dmdsc.extend.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.transport.AgentTransport;
import com.example.transport.Agents;
import com.example.transport.CarryOn;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/guides/transport.md. */
class TransportGuideTest {
    @TempDir
    private Path work = Path.of("");

    /** Agents on hosts whose files are in a map. */
    private record Hosts(Map<FileId, byte[]> files, List<String> ran, int status) implements Agents {
        private Hosts(int status) {
            this(new TreeMap<>(), new ArrayList<>(), status);
        }

        @Override
        public Optional<Map<FileId, String>> hashes(List<FileId> looked) {
            Map<FileId, String> present = new TreeMap<>();
            looked.stream().filter(files::containsKey).forEach(file -> present.put(file, Hashes.sha256(bytes(file))));
            return Optional.of(present);
        }

        @Override
        public Optional<byte[]> read(FileId file) {
            return Optional.ofNullable(files.get(file));
        }

        @Override
        public Answer.Outcome write(FileId file, byte[] content) {
            files.put(file, content);
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome copy(FileId from, FileId to, List<String> except) {
            Change.CopyDirectory copy = new Change.CopyDirectory(from, to, except);
            for (FileId file : List.copyOf(files.keySet())) {
                String directory = from.path() + "/";
                if (file.host().equals(from.host()) && file.path().startsWith(directory)) {
                    String name = file.path().substring(directory.length());
                    if (!copy.leavesOut(name)) {
                        files.put(to.sibling(to.path() + "/" + name), bytes(file));
                    }
                }
            }
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome place(Operation.Place place) {
            for (FileId file : List.copyOf(files.keySet())) {
                boolean below = file.path().startsWith(place.sent().path() + "/");
                if (file.host().equals(place.sent().host()) && (below || file.equals(place.sent()))) {
                    String rest = file.path().substring(place.sent().path().length());
                    files.put(place.to().sibling(place.to().path() + rest), bytes(file));
                    files.remove(file);
                }
            }
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome remove(FileId file) {
            files.keySet().removeIf(each -> each.equals(file) || each.path().startsWith(file.path() + "/"));
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome rename(FileId file, FileId to) {
            files.put(to, bytes(file));
            files.remove(file);
            return Answer.Outcome.DONE;
        }

        @Override
        public Optional<Agents.Ran> run(String host, ToolCommand command) {
            ran.add(String.join(" ", command.argv()));
            command.accept(new Exported(this));
            return Optional.of(new Agents.Ran(status, "done"));
        }

        private byte[] bytes(FileId file) {
            return Objects.requireNonNull(files.get(file));
        }
    }

    /** Carries out the export, which is the only command with an effect here. */
    private record Exported(Hosts hosts) implements ToolCommand.Visitor<Boolean> {
        private static final Pattern EXPORT = Pattern.compile("export dcrdisk '.*' to '(.*)'");

        @Override
        public Boolean argv(ToolCommand.Argv command) {
            return false;
        }

        @Override
        public Boolean toolScript(ToolCommand.ToolScript command) {
            Matcher export = EXPORT.matcher(command.lines().get(0));
            return export.matches()
                    && hosts.write(
                                    Example.DCR_1.sibling(export.group(1)),
                                    Example.files().bytes(Example.DCR_1))
                            == Answer.Outcome.DONE;
        }

        @Override
        public Boolean sql(ToolCommand.Sql command) {
            return false;
        }

        @Override
        public Boolean console(ToolCommand.Console command) {
            return false;
        }
    }

    /** A person who does and confirms everything before the first point of no return. */
    private static final class Careful implements Agents.Person {
        private final List<String> judged = new ArrayList<>();

        @Override
        public Answer.Outcome does(Step step) {
            return Answer.Outcome.DONE;
        }

        @Override
        public Answer.Outcome judges(Step step, String output) {
            judged.add(step.id());
            return Answer.Outcome.DONE;
        }

        @Override
        public Move.Choice answers(Move.Question question, List<Step> steps) {
            boolean further = steps.get(0).rollbackClass() != RollbackClass.POINT_OF_NO_RETURN;
            return further ? Move.Choice.YES : Move.Choice.STOP;
        }
    }

    @Test
    void a_failed_command_gives_no_output_and_no_question() {
        Step step = Example.manual().plan().steps().stream()
                .filter(each -> each.id().equals("add-log-files"))
                .findFirst()
                .orElseThrow();
        Move.Read read = new Move.Read(Optional.of(step), new Reading.Output(false));
        Move.Perform perform = new Move.Perform(step, new Operation.CarryOut(), false);
        Careful person = new Careful();

        Transport failing = new AgentTransport(new Hosts(1), person);
        assertThat(failing.read(read)).isEqualTo(new Answer.NoResult());
        assertThat(failing.perform(perform)).isEqualTo(new Answer.Reported(Answer.Outcome.FAILED));
        assertThat(person.judged).isEmpty();

        Transport working = new AgentTransport(new Hosts(0), person);
        assertThat(working.read(read)).isEqualTo(new Answer.Text("done"));
        assertThat(working.perform(perform)).isEqualTo(new Answer.Reported(Answer.Outcome.DONE));
        assertThat(person.judged).containsExactly("add-log-files");
    }

    @Test
    void a_damaged_journal_is_refused_and_left_as_it_is() throws Exception {
        List<String> lines = entries(Example.manual().plan().planId());
        lines.set(1, "{\"entry\":\"begun\",\"step\":\"add-log-f");

        assertThatRefused(lines, "EXT-0312");
    }

    @Test
    void the_journal_of_another_plan_is_refused_and_left_as_it_is() throws Exception {
        assertThatRefused(entries("another"), "EXT-0313");
    }

    private static List<String> entries(String plan) {
        return new ArrayList<>(List.of(
                JournalText.line(new JournalEntry.Opened(plan)).strip(),
                JournalText.line(new JournalEntry.Begun("add-log-files")).strip(),
                JournalText.line(new JournalEntry.Ended("add-log-files")).strip()));
    }

    /** The last line is incomplete: a refused journal keeps it. */
    private void assertThatRefused(List<String> lines, String ruleId) throws IOException {
        Hosts hosts = new Hosts(0);
        Transport transport = new AgentTransport(hosts, new Careful());
        Path journal = Files.writeString(work.resolve("journal"), String.join("\n", lines) + "\n{\"entry\"");
        byte[] before = Files.readAllBytes(journal);

        assertThatThrownBy(() -> CarryOn.carryOn(Example.manual().plan(), journal, transport))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(ruleId);

        assertThat(hosts.ran()).isEmpty();
        assertThat(hosts.files()).isEmpty();
        assertThat(Files.readAllBytes(journal)).isEqualTo(before);
    }

    @Test
    void agents_run_a_plan_to_its_first_point_of_no_return_and_ask_again() throws Exception {
        PlanResult.Planned planned = Example.manual();
        Hosts hosts = new Hosts(0);
        Example.files().ids().forEach(file -> hosts.write(file, Example.files().bytes(file)));
        Careful person = new Careful();
        Transport transport = new AgentTransport(hosts, person);

        Status stopped = CarryOn.carryOn(planned.plan(), work.resolve("journal"), transport);

        assertThat(stopped.next().map(Step::id)).contains("extend-dcr");
        assertThat(person.judged).containsExactly("add-log-files");
        planned.plan()
                .actions(Change.WriteFile.class)
                .filter(write -> !write.file().equals(Example.MONITOR))
                .forEach(write -> assertThat(hosts.read(write.file()))
                        .contains(planned.target().bytes(write.file())));
        int ran = hosts.ran().size();
        Status again = CarryOn.carryOn(planned.plan(), work.resolve("journal"), transport);
        assertThat(again.next()).isEqualTo(stopped.next());
        assertThat(again.done()).isEqualTo(stopped.done());
        assertThat(hosts.ran().subList(ran, hosts.ran().size())).noneMatch(words -> words.contains("disql"));
    }
}
