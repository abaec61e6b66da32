package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.ImmutableStep;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The step that writes the DCR disks, taken apart.
 *
 * @param step the step
 * @param script its command
 * @param word what the tool calls a disk: {@code dcrdisk} or {@code dcrvdisk}
 * @param disks the disks
 * @param file what is written on them
 */
record DcrExtension(Step step, Command.ToolScript script, String word, List<String> disks, FileId file) {
    private static final Messages MESSAGES = ResumeFindings.MESSAGES;
    private static final Pattern EXTEND = Pattern.compile("extend (dcrv?disk) (.+) from '([^']+)'");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    DcrExtension {
        disks = List.copyOf(disks);
    }

    /** That of a step; empty where the step does something else. */
    static Optional<DcrExtension> of(Step step) {
        if (step.command() instanceof Command.ToolScript script) {
            for (String line : script.lines()) {
                Matcher extend = EXTEND.matcher(line);
                if (extend.matches()) {
                    FileId file = new FileId(step.host(), extend.group(3));
                    return Optional.of(new DcrExtension(step, script, extend.group(1), quoted(extend.group(2)), file));
                }
            }
        }
        return Optional.empty();
    }

    /** The disks that a step which checks them names. */
    static List<String> checked(Step step) {
        return step.command() instanceof Command.ToolScript script
                ? script.lines().stream().flatMap(line -> quoted(line).stream()).toList()
                : List.of();
    }

    private static List<String> quoted(String line) {
        return QUOTED.matcher(line).results().map(found -> found.group(1)).toList();
    }

    /**
     * What shows whether the disks were written. A check does not: a disk that nobody wrote is as good as before. So each
     * is exported to a file of its own, and these are compared.
     */
    List<Step> looks(ExtendPlan plan) {
        List<Step> looks = new ArrayList<>();
        List<FileId> files = new ArrayList<>();
        for (int i = 0; i < disks.size(); i++) {
            // No .ini: whoever collects the files later must not take it for a copy of the configuration.
            FileId scratch = file.sibling(file.directory() + "/look_" + word + (i + 1) + ".txt");
            files.add(scratch);
            String line = "export " + word + " '" + disks.get(i) + "' to '" + scratch.path() + "'";
            looks.add(texts("look-disk", Map.of("disk", disks.get(i), "file", scratch))
                    .id("look." + step.id() + ".disk" + (i + 1))
                    .tool(step.tool())
                    .command(new Command.ToolScript(script.argv(), List.of(line)))
                    .build());
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(
                "files", String.join(" ", files.stream().map(FileId::path).toList()));
        parameters.put("old", hash(plan, FileChange::before));
        parameters.put("new", hash(plan, change -> Optional.of(change.after())));
        parameters.put("css", plan.newNode().css());
        looks.add(texts("look-compare", parameters)
                .id("look." + step.id() + ".compare")
                .tool(Tool.OPERATOR)
                .command(new Command.Observe(MESSAGES.text("look-compare.what", parameters)))
                .build());
        return List.copyOf(looks);
    }

    private String hash(ExtendPlan plan, Function<FileChange, Optional<String>> which) {
        return plan.files().stream()
                .filter(change -> change.file().equals(file))
                .findFirst()
                .flatMap(which)
                .orElse("-");
    }

    private ImmutableStep.Builder texts(String key, Map<String, ?> parameters) {
        return Step.builder()
                .phase(step.phase())
                .host(step.host())
                .title(MESSAGES.text(key + ".title", parameters))
                .verify(new Verification(MESSAGES.text(key + ".verify", parameters), List.of(), List.of()))
                .recovery(MESSAGES.text(key + ".recovery", parameters))
                .rollbackClass(RollbackClass.READ_ONLY)
                .manual(step.manual());
    }
}
