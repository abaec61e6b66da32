package io.github.dmdsc.extend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostPaths;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The walls of the house (docs/decisions/0001-modules-and-walls.md). */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.dmdsc");
    private static final String ROOT = "io.github.dmdsc.";

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
    void modulesDependInOneDirection() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("io.github.dmdsc..")
                .layer("model")
                .definedBy(ROOT + "model..")
                .layer("ini")
                .definedBy(ROOT + "ini..")
                .layer("extend")
                .definedBy(ROOT + "extend..")
                .whereLayer("extend")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ini")
                .mayOnlyBeAccessedByLayers("extend");
        rule.check(CLASSES);
    }

    @Test
    void packagesHaveNoCircles() {
        ArchRule rule = slices().matching(ROOT + "(**)").should().beFreeOfCycles();
        rule.check(CLASSES);
    }

    @Test
    void onlyFilesAndTheCommandLineTouchTheWorld() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "ini.files..", ROOT + "ini.commons..", ROOT + "extend.cli..", ROOT + "model.fixtures..")
                .should()
                .dependOnClassesThat(OUTSIDE_WORLD);
        rule.check(CLASSES);
    }

    @Test
    void onlyTheCommandLineAsksTheSystem() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "extend.cli..")
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

    @Test
    void theDocumentKnowsNoDmdsc() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "ini")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "model..", ROOT + "ini.lens..", ROOT + "ini.files..");
        rule.check(CLASSES);
    }

    @Test
    void filesKnowNoFormat() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "ini.files..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "ini", ROOT + "ini.lens..");
        rule.check(CLASSES);
    }

    @Test
    void theModelKnowsNoRules() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "model.check..");
        rule.check(CLASSES);
    }

    @Test
    void thePlanIsData() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "extend.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "extend.render..",
                        ROOT + "extend.cli..",
                        ROOT + "ini",
                        ROOT + "ini.lens..",
                        ROOT + "ini.files..",
                        ROOT + "ini.commons..");
        rule.check(CLASSES);
    }

    /** Sentences are looked up when somebody reads them: values hold the data that they are made from. */
    @Test
    void noValueHoldsASentence() {
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
                        ROOT + "extend.infer..",
                        ROOT + "extend.rehearse..",
                        ROOT + "extend.resume..",
                        ROOT + "extend.prove..",
                        ROOT + "extend.tools..")
                .should(ArchConditions.have(sentences));
        rule.check(CLASSES);
    }

    @Test
    void nothingUsesTheCommandLine() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "extend.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "extend.cli..", "picocli..");
        rule.check(CLASSES);
    }

    @Test
    void thePlannerDoesNotRender() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(ROOT + "extend", ROOT + "extend.infer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "extend.render..");
        rule.check(CLASSES);
    }

    @Test
    void stateKnowsNoPlanner() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(ROOT + "extend.state..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "extend", ROOT + "extend.infer..", ROOT + "extend.render..");
        rule.check(CLASSES);
    }

    /** It shares the reading of lines, the words of the model and the names of files, and judges for itself what they say. */
    @Test
    void theRehearsalSharesNoJudgementWithWhatItJudges() {
        String[] own = {ROOT + "extend.rehearse..", ROOT + "extend.plan..", ROOT + "ini.files.."};
        Class<?>[] reading = {IniDialect.class, IniDocument.class, IniSection.class, IniEntry.class, HostPaths.class};
        DescribedPredicate<JavaClass> other = resideInAPackage("io.github.dmdsc..")
                .and(not(resideInAnyPackage(own)))
                .and(not(belongToAnyOf(FileId.class, Text.class, Messages.class, Worded.class)))
                .and(not(belongToAnyOf(GroupType.class, StorageEdition.class)))
                .and(not(belongToAnyOf(reading)));
        DescribedPredicate<JavaClass> others = DescribedPredicate.describe(
                "what the rehearsal judges", type -> other.test(type.getBaseComponentType()));
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + "extend.rehearse..")
                .should()
                .dependOnClassesThat(others);
        rule.check(CLASSES);
    }

    @Test
    void ofWhatIsJudgedOnlyThePlannerKnowsTheRehearsalWhichItAsksLast() {
        ArchRule rule = noClasses()
                .that()
                .doNotBelongToAnyOf(ExtendPlanner.class, PlanResult.class, ExtendFindings.class)
                .and()
                .resideOutsideOfPackages(
                        ROOT + "extend.rehearse..",
                        ROOT + "extend.prove..",
                        ROOT + "extend.render..",
                        ROOT + "extend.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "extend.rehearse..");
        rule.check(CLASSES);
    }
}
