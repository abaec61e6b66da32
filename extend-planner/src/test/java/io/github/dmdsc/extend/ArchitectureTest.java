package io.github.dmdsc.extend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostPaths;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walls of the house (docs/decisions/0031-rooms.md). */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.dmdsc");
    private static final String ROOT = "io.github.dmdsc.";

    /** Each package, and the packages of this project that it may use. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            room("model"),
            room("model.check", "model"),
            room("model.check.rules", "model", "model.check"),
            room("ini"),
            room("ini.commons", "ini"),
            room("ini.files", "model", "model.check", "ini"),
            room("ini.lens", "model", "model.check", "ini", "ini.files"),
            room("ini.diff", "model", "model.check", "ini", "ini.files", "ini.lens"),
            room("extend.plan", "model", "model.check", "ini", "ini.diff"),
            room("extend.tools", "model", "extend.plan"),
            room("extend.state", "model", "model.check", "extend.plan"),
            room(
                    "extend.values",
                    "model",
                    "model.check",
                    "ini",
                    "ini.files",
                    "ini.lens",
                    "extend.plan",
                    "extend.tools"),
            room(
                    "extend.target",
                    "model",
                    "model.check",
                    "ini",
                    "ini.diff",
                    "ini.files",
                    "ini.lens",
                    "extend.plan",
                    "extend.values"),
            room("extend.steps", "model", "ini.diff", "ini.files", "extend.plan", "extend.tools", "extend.values"),
            room("extend.rehearse", "model", "model.check", "ini", "ini.files", "extend.plan"),
            room(
                    "extend",
                    "model",
                    "model.check",
                    "model.check.rules",
                    "ini.files",
                    "ini.lens",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.steps",
                    "extend.target",
                    "extend.values"),
            room(
                    "extend.run",
                    "model",
                    "model.check",
                    "ini.diff",
                    "ini.files",
                    "ini.lens",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.state",
                    "extend.tools"),
            room("extend.render.html"),
            room(
                    "extend.render",
                    "model",
                    "model.check",
                    "model.check.rules",
                    "ini",
                    "ini.diff",
                    "ini.files",
                    "ini.lens",
                    "extend",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.render.html",
                    "extend.run",
                    "extend.tools"),
            room(
                    "extend.ssh",
                    "model",
                    "model.check",
                    "ini",
                    "ini.files",
                    "ini.lens",
                    "extend.plan",
                    "extend.render",
                    "extend.run",
                    "extend.tools"),
            room(
                    "extend.cli",
                    "model",
                    "model.check",
                    "model.check.rules",
                    "ini",
                    "ini.diff",
                    "ini.files",
                    "ini.lens",
                    "extend",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.render",
                    "extend.run",
                    "extend.ssh",
                    "extend.state"));

    private static Map.Entry<String, Set<String>> room(String name, String... uses) {
        return Map.entry(name, Set.of(uses));
    }

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = new DescribedPredicate<>("the world outside") {
        @Override
        public boolean test(JavaClass type) {
            String name = type.getName();
            return name.startsWith("java.nio.file.")
                    || name.startsWith("java.net.")
                    || name.startsWith("java.time.")
                    || name.startsWith("java.util.random.")
                    || name.equals("java.util.Random")
                    || name.equals("java.util.UUID")
                    || name.equals("java.lang.ProcessBuilder")
                    || name.equals("java.lang.Runtime")
                    || name.equals("java.lang.Thread")
                    || (name.startsWith("java.io.File") && !name.equals("java.io.FileNotFoundException"));
        }
    };

    @Test
    void every_package_has_a_room_and_uses_only_the_rooms_of_the_table() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (room(type).equals("model.fixtures")) {
                continue;
            }
            Set<String> used = uses.computeIfAbsent(room(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitectureTest::room)
                    .filter(target -> !target.equals(room(type)))
                    .forEach(used::add);
        }
        assertThat(uses).containsOnlyKeys(ROOMS.keySet());
        assertThat(uses).allSatisfy((name, used) -> assertThat(ROOMS.get(name)).containsAll(used));
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    @Test
    void packages_have_no_circles() {
        ArchRule rule = slices().matching(ROOT + "(**)").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void only_files_ssh_and_the_command_line_touch_the_world() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "ini.files..",
                        ROOT + "ini.commons..",
                        ROOT + "extend.cli..",
                        ROOT + "extend.ssh..",
                        ROOT + "model.fixtures..")
                // Hands the path of its caller to ini.files, so that an embedder needs one call.
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "extend.ClusterCheck")
                .should()
                .dependOnClassesThat(OUTSIDE_WORLD);
        rule.check(CLASSES);
    }

    @Test
    void only_the_command_line_and_ssh_ask_the_system() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "extend.cli..", ROOT + "extend.ssh..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "lineSeparator")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
        rule.check(CLASSES);
    }

    /** Sentences are looked up when somebody reads them: values hold the data that they are made from. */
    @Test
    void no_value_holds_a_sentence() {
        DescribedPredicate<JavaField> sentences = DescribedPredicate.describe(
                "hold a Text, also inside another type",
                field -> field.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(Text.class)));
        ArchRule rule = noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        ROOT + "model..",
                        ROOT + "ini..",
                        ROOT + "extend",
                        ROOT + "extend.plan..",
                        ROOT + "extend.values..",
                        ROOT + "extend.target..",
                        ROOT + "extend.steps..",
                        ROOT + "extend.rehearse..",
                        ROOT + "extend.run..",
                        ROOT + "extend.tools..")
                .should(ArchConditions.have(sentences));
        rule.check(CLASSES);
    }

    /** Values travel as values: only what writes or reads JSON makes trees of them. */
    @Test
    void only_json_is_made_with_jackson() {
        DescribedPredicate<JavaClass> trees = resideInAnyPackage(
                        "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.node..")
                .or(belongToAnyOf(JsonNode.class, ObjectMapper.class));
        Set<String> users = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            boolean uses = type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency -> trees.test(dependency.getTargetClass()));
            if (uses && !room(type).equals("model.fixtures")) {
                users.add(type.getSimpleName());
            }
        }
        assertThat(users)
                .containsExactly(
                        "CanonicalJson",
                        "DiffJson",
                        "DuplicateMembers",
                        "JournalText",
                        "JsonRequest",
                        "ModelJson",
                        "PlanIds",
                        "PlanJson",
                        "SarifLog");
    }

    @Test
    void nothing_uses_the_command_line() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "extend.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "extend.cli..", "picocli..");
        rule.check(CLASSES);
    }

    /** It shares the reading of lines, the words of the model and the names of files, and judges for itself what they say. */
    @Test
    void the_rehearsal_shares_no_judgement_with_what_it_judges() {
        String[] own = {ROOT + "extend.rehearse..", ROOT + "extend.plan..", ROOT + "ini.files.."};
        Class<?>[] reading = {IniDialect.class, IniDocument.class, IniSection.class, IniEntry.class, HostPaths.class};
        DescribedPredicate<JavaClass> other = resideInAPackage("io.github.dmdsc..")
                .and(not(resideInAnyPackage(own)))
                .and(not(belongToAnyOf(FileId.class, Text.class, Messages.class, Localized.class)))
                .and(not(belongToAnyOf(GroupType.class, StorageEdition.class)))
                .and(not(belongToAnyOf(reading)))
                .and(not(belongToAnyOf(ParameterTable.class, ParameterInfo.class, Scope.class, DmIni.class)));
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "what the rehearsal judges", type -> other.test(type.getBaseComponentType()));
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "extend.rehearse..")
                .should()
                .dependOnClassesThat(others);
        rule.check(CLASSES);
    }
}
