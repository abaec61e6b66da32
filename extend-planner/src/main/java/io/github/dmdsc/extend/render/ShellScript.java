package io.github.dmdsc.extend.render;

import static io.github.dmdsc.extend.render.Quoting.word;
import static io.github.dmdsc.extend.render.Quoting.words;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan as a bash script that runs one step at a time, asks at every gate and after every check that a person must
 * make, refuses to touch a file that is not as it was when the plan was made, logs, and resumes where it stopped. What
 * the script does in common for all plans is in the resource {@code plan.sh}.
 */
public final class ShellScript {
    private static final Pattern GAP = Pattern.compile("@(PLAN_ID|STEPS|LOOKS|ONCE|WRITES|FUNCTIONS)@");

    private final ExtendPlan plan;
    private final StepTexts texts;
    private final StringBuilder out = new StringBuilder();

    private ShellScript(ExtendPlan plan, Locale locale) {
        this.plan = plan;
        this.texts = new StepTexts(plan, locale);
    }

    /** The script of a plan; any locale that is not Chinese gives English. */
    public static String of(ExtendPlan plan, Locale locale) {
        return new ShellScript(plan, locale).write();
    }

    private String write() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            step(i, plan.steps().get(i));
            ids.add(word(plan.steps().get(i).id()));
        }
        checkFiles();
        Map<String, String> gaps = Map.of(
                "PLAN_ID", plan.planId(),
                "STEPS", String.join("\n  ", ids),
                "LOOKS", looks(),
                "ONCE", numbers(step -> step.rollbackClass().onlyOnce()),
                "WRITES", numbers(step -> step.action() instanceof Change.WriteFile),
                "FUNCTIONS", out.toString().stripTrailing());
        // In one pass: what is put in may look like a gap itself.
        return GAP.matcher(Resources.text("plan.sh"))
                .replaceAll(gap -> Matcher.quoteReplacement(Objects.requireNonNull(gaps.get(gap.group(1)))));
    }

    private String numbers(Predicate<Step> which) {
        return word(IntStream.range(0, plan.steps().size())
                .filter(i -> which.test(plan.steps().get(i)))
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(" ")));
    }

    private String looks() {
        return word(plan.steps().stream()
                .filter(step -> step.rollbackClass() == RollbackClass.READ_ONLY)
                // The script exports the disk itself before each step that cannot be undone.
                .filter(step -> !(step.action() instanceof Look.ExportDcr))
                .map(Step::id)
                .collect(Collectors.joining(" ", " ", " ")));
    }

    /** Before anything is done, every file is looked at: those that change, and those that the plan stands on. */
    private void checkFiles() {
        line("check_files() {");
        Set<FileId> changed = new HashSet<>();
        for (FileChange change : plan.files()) {
            changed.add(change.file());
            fresh(change.file(), accepted(change.file()) + " " + change.after());
        }
        for (FileHash base : plan.base()) {
            if (!changed.contains(base.file())) {
                fresh(base.file(), base.sha256());
            }
        }
        line("}");
    }

    private void fresh(FileId file, String hashes) {
        line("  fresh " + place(file) + " " + hashes);
    }

    /** What may lie where a file is put: what was there, what a copied directory brings, and what was staged. */
    private String accepted(FileId file) {
        Set<String> hashes = new LinkedHashSet<>();
        Optional<FileChange> change =
                plan.files().stream().filter(each -> each.file().equals(file)).findFirst();
        hashes.add(change.flatMap(FileChange::before).orElse("-"));
        change.flatMap(FileChange::copiedFrom)
                .filter(from -> isCopied(file))
                .ifPresent(from -> plan.base().stream()
                        .filter(base -> base.file().equals(from))
                        .forEach(base -> hashes.add(base.sha256())));
        plan.actions(Change.WriteFile.class)
                .filter(write -> write.staged().isPresent() && write.file().equals(file))
                .forEach(write -> hashes.add(write.sha256()));
        return String.join(" ", hashes);
    }

    private boolean isCopied(FileId file) {
        return plan.actions(Change.CopyDirectory.class)
                .anyMatch(copy -> copy.to().host().equals(file.host())
                        && file.path().startsWith(copy.to().path() + "/"));
    }

    private void step(int index, Step step) {
        int number = index + 1;
        if (step.action() instanceof Change.WriteFile write) {
            line("file_" + number + "() { left " + place(write.file()) + " " + leftBy(index, write.file()) + "; }");
        }
        line("step_" + number + "() {");
        line("  begin " + word(step.id()) + " " + word(step.host()) + " " + word(text(texts.title(step))));
        if (step.rollbackClass().onlyOnce()) {
            line("  may_be_done " + number + " " + word(text(texts.recovery(step))));
            line("  [[ -z $DONE ]] || return 0");
        }
        texts.note(step).ifPresent(note -> line("  say " + word(text(note))));
        before(number, step);
        command(step);
        for (FileHash hash : step.verify().hashes()) {
            line("  check_hash " + place(hash.file()) + " " + hash.sha256());
        }
        if (!step.verify().expected().isEmpty()) {
            line("  expect " + words(step.verify().expected()));
        }
        // A check is good for the old configuration, too.
        if (step.action() instanceof Look.CheckDcr check) {
            hasNew(check.disk());
        }
        if (!(step.action() instanceof Change.WriteFile)) {
            line("  confirm " + word(text(texts.check(step))));
        }
        line("}");
        line("");
    }

    /** What must hold right before a step, the slow looks first; once it is recorded as begun, nothing else may stop it. */
    private void before(int number, Step step) {
        boolean noReturn = step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN;
        if (noReturn) {
            line("  all_as_planned " + number);
        }
        texts.gate(step).ifPresent(gate -> line("  gate " + word(text(gate))));
        if (step.action() instanceof Change.ExtendDcr) {
            asBefore();
        } else if (step.action() instanceof Control.ExtendNode) {
            plan.actions(Change.ExtendDcr.class)
                    .forEach(extension -> extension.disks().forEach(this::hasNew));
        }
        if (noReturn) {
            line("  all_as_planned " + number);
        }
        if (step.rollbackClass().onlyOnce()) {
            if (step.action() instanceof Change.AddLogFiles) {
                line("  need_password");
            }
            line("  once " + number);
        }
    }

    private void asBefore() {
        plan.actions(Change.ExtendDcr.class)
                .forEach(extension -> plan.base().stream()
                        .filter(base -> base.file().equals(extension.from()))
                        .forEach(base ->
                                export("disk_as_before", extension.disks().get(0), base.sha256())));
    }

    private void hasNew(String disk) {
        ExtendPlan.NodeSummary node = plan.newNode();
        export("disk_has_new", disk, words(List.of(node.css(), node.asm(), node.db())));
    }

    /** Exports a disk to a file beside the DCR configuration, by the tool that extends it, and compares. */
    private void export(String function, String disk, String expected) {
        for (Step step : plan.steps()) {
            if (step.action() instanceof Change.ExtendDcr extension) {
                String file =
                        extension.from().directory() + "/look_" + plan.planId().substring(0, 8) + ".txt";
                List<String> argv = step.words().map(Quoting::absolute).orElse(List.of());
                line("  " + function + " " + word(step.host()) + " " + word(file) + " " + expected + " " + argv.size()
                        + " " + words(argv) + " "
                        + word(ToolProfile.of(plan.edition()).export(disk, file)));
            }
        }
    }

    /** What lies where a step has put a file, until and after later steps put theirs there. */
    private String leftBy(int index, FileId file) {
        return plan.steps().stream()
                .skip(index)
                .flatMap(step -> step.action() instanceof Change.WriteFile write ? Stream.of(write) : Stream.empty())
                .filter(write -> write.file().equals(file))
                .map(Change.WriteFile::sha256)
                .collect(Collectors.joining(" "));
    }

    private static String place(FileId file) {
        return word(file.host()) + " " + word(file.path());
    }

    private void command(Step step) {
        String host = word(step.host());
        if (step.action() instanceof Change.WriteFile write) {
            String directory = write.staged().isPresent() ? "staged/" : "files/";
            line("  put " + place(write.file()) + " "
                    + word(directory + relative(write.file())) + " "
                    + write.sha256() + " " + accepted(write.file()));
        } else if (step.action() instanceof Change.CopyDirectory copy) {
            line("  copy_tree " + word(copy.from().host()) + " "
                    + word(copy.from().path()) + " "
                    + word(copy.to().host()) + " " + word(copy.to().path())
                    + (copy.except().isEmpty() ? "" : " " + words(copy.except())));
        } else if (step.action() instanceof Control.AwaitStart await) {
            line("  await_process " + host + " " + word(step.tool().program()) + " " + word(dcrIni()) + " "
                    + await.timeoutSeconds());
        } else if (step.tool() == Tool.OPERATOR) {
            texts.instructions(step).forEach(each -> line("  say " + word(text(each))));
            step.words().ifPresent(words -> line("  say " + word(words(Quoting.absolute(words)))));
        } else {
            step.words().ifPresent(words -> line("  " + words.accept(new Said(host, word(dcrIni())))));
        }
    }

    /** Words as a call of the script's functions; servers are known by their dmdcr.ini. */
    private record Said(String host, String dcrIni) implements Words.Visitor<String> {
        @Override
        public String argv(Words.Argv program) {
            return (program.background() ? "launch " + host + " " + dcrIni : "run " + host) + " "
                    + words(Quoting.absolute(program));
        }

        @Override
        public String toolScript(Words.ToolScript script) {
            return "tool_script " + host + " " + script.argv().size() + " " + words(Quoting.absolute(script)) + " "
                    + words(script.lines());
        }

        @Override
        public String sql(Words.Sql sql) {
            return "sql " + host + " " + word(sql.login()) + " " + word(sql.statement()) + " "
                    + words(Quoting.absolute(sql));
        }

        @Override
        public String console(Words.Console console) {
            return "console " + host + " " + console.argv().size() + " " + words(Quoting.absolute(console)) + " "
                    + words(console.lines());
        }
    }

    /** Which dmdcr.ini the new node's processes are started with: it tells them from those of a node beside it. */
    private String dcrIni() {
        return plan.written(Phase.WRITE_DMDCR).map(FileId::path).findFirst().orElse("");
    }

    private static String relative(FileId file) {
        return ClusterFiles.relativePath(file)
                .orElseThrow(() -> new IllegalArgumentException("no place in a directory tree: " + file));
    }

    /** Texts are shown on one line. */
    private static String text(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
