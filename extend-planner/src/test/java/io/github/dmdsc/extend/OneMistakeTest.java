package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.RuleBook;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One wrong value or one missing section in the example gives one kind of error, both in the check and in planning. */
class OneMistakeTest {
    private static final Set<String> IN_DM_INI =
            Set.of("INSTANCE_NAME", "CONFIG_PATH", "PORT_NUM", "CTL_PATH", "SYSTEM_PATH", "ARCH_INI");

    /**
     * If another process has the port of a CSS, the monitors are wrong too, because it is unknown which of the two
     * ports is right.
     */
    private static final Set<String> TWO_MISTAKES = Set.of("DSC-0210", "DSC-0301");

    private static final ClusterFiles BASE = Example.files();

    /** Returns the files, with only one of several equal copies. */
    static Stream<FileId> files() {
        List<FileId> ids = BASE.ids().stream().toList();
        return ids.stream()
                .filter(id -> ids.stream()
                        .filter(other -> other.compareTo(id) < 0)
                        .noneMatch(other -> Arrays.equals(BASE.bytes(other), BASE.bytes(id))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_mistake_is_one_error(FileId file) {
        int wrong = 0;
        for (Injected injected : injected(file)) {
            for (ClusterFiles files : injected.files()) {
                Set<String> found = new TreeSet<>(checked(files));
                if (!found.isEmpty()) {
                    assertThat(found.equals(TWO_MISTAKES) ? 1 : found.size())
                            .as("%s: check says %s", injected, found)
                            .isEqualTo(1);
                    found.addAll(planned(files));
                    assertThat(found.equals(TWO_MISTAKES) ? 1 : found.size())
                            .as("%s: plan says %s", injected, found)
                            .isEqualTo(1);
                    wrong++;
                }
            }
        }
        assertThat(wrong).isPositive();
    }

    private static List<String> checked(ClusterFiles files) {
        ClusterReading reading = ClusterLens.get(files);
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster)));
        return errors(RuleBook.rootCauses(findings));
    }

    private static List<String> planned(ClusterFiles files) {
        PlanResult result = ExtendPlanner.plan(files, Example.request().build());
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return errors(((PlanResult.Rejected) result).findings());
    }

    private static List<String> errors(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isBlocking)
                .map(Finding::ruleId)
                .toList();
    }

    /** A file with a mistake. */
    private record Injected(FileId file, String what, IniDocument text) {
        /**
         * Returns the example with the mistake in every copy, and with the mistake in one copy. DCR configurations that
         * differ are refused for that reason, so they have the mistake in every copy only.
         */
        List<ClusterFiles> files() {
            byte[] bytes = text.toBytes();
            ClusterFiles one = BASE.with(file, bytes);
            ClusterFiles every = one;
            for (FileId id : BASE.ids()) {
                if (Arrays.equals(BASE.bytes(id), BASE.bytes(file))) {
                    every = every.with(id, bytes);
                }
            }
            return file.equals(Example.DCR_1) || one.equals(every) ? List.of(every) : List.of(every, one);
        }

        @Override
        public String toString() {
            return file + " " + what;
        }
    }

    private static List<Injected> injected(FileId file) {
        List<Injected> all = new ArrayList<>();
        IniDocument document = IniDocument.parse(BASE.bytes(file));
        for (IniSection section : document.sections()) {
            if (section.index() > 0) {
                all.add(new Injected(file, "without [" + section.name() + "]", document.remove(section)));
            }
            for (IniEntry entry : section.entries()) {
                if (!file.name().equals("dm.ini") || IN_DM_INI.contains(entry.key())) {
                    String line = "[" + section.name() + "] " + entry.key();
                    all.add(new Injected(file, line + " gone", document.remove(entry)));
                    for (String value : values(document, entry)) {
                        all.add(new Injected(file, line + " = " + value, document.set(entry, value)));
                    }
                }
            }
        }
        return all;
    }

    /** Returns the values of the other lines with the key, and a value that no line has. */
    private static Set<String> values(IniDocument document, IniEntry entry) {
        Set<String> values = new TreeSet<>(Set.of(entry.key().matches("(?i).*(HOST|IP|VIP)") ? "0.0.0.0" : "7"));
        document.sections().stream()
                .flatMap(section -> section.all(entry.key()).stream())
                .map(IniEntry::value)
                .forEach(values::add);
        values.remove(entry.value());
        return values;
    }
}
