package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.ImmutableStep;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.check.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects steps in their order, with their texts. Not thread-safe. */
final class StepList {
    private static final Messages MESSAGES = Messages.beside(StepList.class);

    private final List<Step> steps = new ArrayList<>();
    /** The steps that the next one waits for. */
    private List<String> barrier = List.of();

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The steps added from now on wait for all that {@code these} add, not for each other. */
    void together(Runnable these) {
        List<String> before = barrier;
        List<String> added = new ArrayList<>();
        int from = steps.size();
        these.run();
        for (int i = from; i < steps.size(); i++) {
            Step step = steps.get(i);
            steps.set(i, Step.builder().from(step).dependsOn(before).build());
            added.add(step.id());
        }
        barrier = added.isEmpty() ? before : List.copyOf(added);
    }

    Adding add(String id, Phase phase, String host, Tool tool, RollbackClass rollbackClass, Command command) {
        return new Adding(id, phase, host, tool, rollbackClass, command);
    }

    /** One step while its texts are being chosen: by default those of its id up to the first dot. */
    final class Adding {
        private final ImmutableStep.Builder step = Step.builder();
        private final String id;
        private String texts;
        private Map<String, ?> parameters = Map.of();
        private List<FileHash> hashes = List.of();
        private List<String> expected = List.of();
        private boolean gate;

        private Adding(String id, Phase phase, String host, Tool tool, RollbackClass rollbackClass, Command command) {
            this.id = id;
            this.texts = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
            step.id(id)
                    .phase(phase)
                    .host(host)
                    .tool(tool)
                    .rollbackClass(rollbackClass)
                    .command(command);
        }

        Adding with(Map<String, ?> values) {
            this.parameters = values;
            return this;
        }

        Adding texts(String key) {
            this.texts = key;
            return this;
        }

        Adding hashes(FileHash... files) {
            this.hashes = List.of(files);
            return this;
        }

        Adding expect(String... output) {
            this.expected = List.of(output);
            return this;
        }

        Adding gated() {
            this.gate = true;
            return this;
        }

        void manual(int chapterStep) {
            done(ExtendFindings.CHAPTER + (chapterStep > 0 ? ", step " + chapterStep : ""));
        }

        private void done(String manual) {
            String key = "step." + texts;
            step.title(MESSAGES.text(key + ".title", parameters))
                    .verify(new Verification(MESSAGES.text(key + ".verify", parameters), hashes, expected))
                    .recovery(MESSAGES.text(key + ".recovery", parameters))
                    .manual(manual)
                    .dependsOn(barrier);
            if (MESSAGES.has(key + ".note")) {
                step.note(MESSAGES.text(key + ".note", parameters));
            }
            if (gate) {
                step.gate(MESSAGES.text(key + ".gate", parameters));
            }
            steps.add(step.build());
            barrier = List.of(id);
        }
    }
}
