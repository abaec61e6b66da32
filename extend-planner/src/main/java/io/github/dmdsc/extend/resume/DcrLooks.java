package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The looks that tell what became of the step that writes the DCR disks. */
final class DcrLooks {
    private DcrLooks() {}

    /**
     * Steps that show whether the disks were written. A check does not show it: a disk that nobody wrote is as good as
     * before. So each disk is exported to a file of its own, and the exports are compared.
     */
    static List<Step> of(ExtendPlan plan, Step step, Action.ExtendDcr extend) {
        List<Step> looks = new ArrayList<>();
        List<FileId> files = new ArrayList<>();
        FileId from = extend.from();
        for (int i = 0; i < extend.disks().size(); i++) {
            // No .ini: whoever collects the files later must not take it for a copy of the configuration.
            FileId scratch = from.sibling(from.directory() + "/look_dcr" + (i + 1) + ".txt");
            files.add(scratch);
            String disk = extend.disks().get(i);
            Action export = new Action.ExportDcr(disk, scratch, true);
            looks.add(look(step, "disk" + (i + 1), step.tool(), export)
                    .words(step.words().map(words -> export(plan, words, disk, scratch)))
                    .build());
        }
        Optional<FileChange> change = plan.change(from);
        looks.add(look(
                        step,
                        "compare",
                        Tool.OPERATOR,
                        new Action.CompareExports(
                                files,
                                change.flatMap(FileChange::before).orElse("-"),
                                change.map(FileChange::after).orElse("-")))
                .build());
        return List.copyOf(looks);
    }

    private static Words export(ExtendPlan plan, Words words, String disk, FileId to) {
        String line = ToolProfile.of(plan.edition()).export(disk, to.path());
        return new Words.ToolScript(words.directory(), words.argv(), List.of(line));
    }

    private static Step.Builder look(Step step, String which, Tool tool, Action action) {
        return Step.builder()
                .id("look." + step.id() + "." + which)
                .phase(step.phase())
                .host(step.host())
                .tool(tool)
                .action(action)
                .rollbackClass(RollbackClass.READ_ONLY);
    }
}
