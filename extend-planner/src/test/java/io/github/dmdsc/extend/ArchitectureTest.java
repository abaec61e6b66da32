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
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The packages, and the rules for what each package may use (docs/decisions/0031-rooms.md). */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.dmdsc");
    private static final String ROOT = "io.github.dmdsc.";

    /** Each package, with the packages of this project that it may use. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            room("model.base"),
            room("model", "model.base"),
            room("model.facts", "model", "model.base"),
            room("model.check", "model", "model.base"),
            room("model.check.rules", "model", "model.base", "model.check", "model.facts"),
            room("ini.digest"),
            room("ini"),
            room("ini.commons", "ini"),
            room("ini.files", "ini", "model", "model.base", "model.check"),
            room("ini.lens", "ini", "ini.files", "model", "model.base", "model.check"),
            room(
                    "ini.diff",
                    "ini",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check",
                    "model.facts"),
            room("extend.plan", "ini", "ini.diff", "model", "model.base", "model.check"),
            room("extend.ids", "extend.plan", "ini.digest", "model"),
            room("extend.tools", "extend.plan", "ini.files", "model"),
            room("extend.state", "extend.plan", "model", "model.base", "model.check"),
            room(
                    "extend.values",
                    "extend.plan",
                    "extend.tools",
                    "ini",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check",
                    "model.facts"),
            room(
                    "extend.target",
                    "extend.plan",
                    "extend.values",
                    "ini",
                    "ini.diff",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check"),
            room(
                    "extend.steps",
                    "extend.plan",
                    "extend.tools",
                    "extend.values",
                    "ini.diff",
                    "ini.digest",
                    "ini.files",
                    "model"),
            room(
                    "extend.rehearse",
                    "extend.plan",
                    "ini",
                    "ini.digest",
                    "ini.files",
                    "model",
                    "model.base",
                    "model.check"),
            room(
                    "extend",
                    "extend.ids",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.steps",
                    "extend.target",
                    "extend.values",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.check",
                    "model.check.rules"),
            room(
                    "extend.run",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.state",
                    "extend.tools",
                    "ini.diff",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.check"),
            room("extend.render.html"),
            room(
                    "extend.render",
                    "extend",
                    "extend.ids",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.render.html",
                    "extend.run",
                    "extend.tools",
                    "ini",
                    "ini.diff",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check",
                    "model.check.rules"),
            room(
                    "extend.ssh",
                    "extend.plan",
                    "extend.render",
                    "extend.run",
                    "extend.tools",
                    "ini",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check"),
            room(
                    "extend.cli",
                    "extend",
                    "extend.plan",
                    "extend.rehearse",
                    "extend.render",
                    "extend.run",
                    "extend.ssh",
                    "extend.state",
                    "extend.tools",
                    "ini",
                    "ini.diff",
                    "ini.digest",
                    "ini.files",
                    "ini.lens",
                    "model",
                    "model.base",
                    "model.check",
                    "model.check.rules"));

    /** The number of public types, also nested ones, of each package that every module may use. */
    private static final Map<String, Integer> PUBLIC_TYPES = Map.ofEntries(
            Map.entry("extend", 8),
            Map.entry("extend.plan", 90),
            Map.entry("extend.rehearse", 15),
            Map.entry("extend.render", 11),
            Map.entry("extend.run", 59),
            Map.entry("extend.state", 12),
            Map.entry("ini", 14),
            Map.entry("ini.commons", 1),
            Map.entry("ini.diff", 27),
            Map.entry("ini.files", 6),
            Map.entry("ini.lens", 7),
            Map.entry("model", 71),
            Map.entry("model.check", 13),
            Map.entry("model.check.rules", 1));

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
    void every_package_is_in_the_table_and_uses_only_what_it_may() {
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

    /**
     * A public type can never be removed again. A new public type is therefore a decision, and this table counts the
     * public types of each package.
     */
    @Test
    void no_type_becomes_public_unnoticed() throws IOException {
        Set<String> exported = new TreeSet<>();
        for (URL module : Collections.list(getClass().getClassLoader().getResources("module-info.class"))) {
            try (InputStream bytes = module.openStream()) {
                ModuleDescriptor.read(bytes).exports().stream()
                        .filter(export ->
                                !export.isQualified() && export.source().startsWith(ROOT))
                        .forEach(export -> exported.add(export.source()));
            }
        }
        Map<String, Integer> types = new TreeMap<>();
        CLASSES.stream()
                .filter(type -> exported.contains(type.getPackageName()) && isPublic(type))
                .forEach(type -> types.merge(room(type), 1, Integer::sum));
        assertThat(types).containsExactlyInAnyOrderEntriesOf(PUBLIC_TYPES);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().stream().allMatch(ArchitectureTest::isPublic);
    }

    @Test
    void packages_have_no_cycles() {
        ArchRule rule = slices().matching(ROOT + "(**)").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void only_files_ssh_and_the_command_line_use_files_and_processes() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "ini.files..",
                        ROOT + "ini.commons..",
                        ROOT + "extend.cli..",
                        ROOT + "extend.ssh..",
                        ROOT + "model.fixtures..")
                // ClusterCheck passes the path of its caller to ini.files, so that a caller needs only one call.
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

    /** A sentence is looked up when a person reads it. Values hold the data from which the sentence is made. */
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

    /** Only code that writes or reads JSON may use JSON trees. */
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

    /**
     * The rehearsal shares the reading of lines, the names of parameters and the names of files with the rest, but
     * judges the values with its own code.
     */
    @Test
    void the_rehearsal_does_not_use_the_code_that_it_checks() {
        String[] own = {ROOT + "extend.rehearse..", ROOT + "extend.plan..", ROOT + "ini.files.."};
        Class<?>[] reading = {IniDialect.class, IniDocument.class, IniSection.class, IniEntry.class, HostPaths.class};
        DescribedPredicate<JavaClass> other = resideInAPackage("io.github.dmdsc..")
                .and(not(resideInAnyPackage(own)))
                .and(not(belongToAnyOf(FileId.class, Hashes.class, Text.class, Messages.class, Localized.class)))
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
