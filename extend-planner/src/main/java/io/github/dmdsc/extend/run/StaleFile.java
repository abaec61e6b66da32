package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.model.FileId;
import java.util.Optional;

/**
 * A file that is not as the plan knew it.
 *
 * @param file which
 * @param expected the hash that it had; absent where there was no such file
 * @param found the hash that it has; absent where it is gone
 * @param diff what differs, as a unified diff from then to now; empty where the plan does not hold what the file said
 */
public record StaleFile(FileId file, Optional<String> expected, Optional<String> found, String diff) {
    static StaleFile of(ExtendPlan plan, FileId file, Optional<String> expected, Optional<byte[]> now) {
        String diff = plan.change(file)
                .flatMap(FileChange::contentBefore)
                .map(FileContent::bytes)
                .flatMap(before -> now.map(bytes -> Patch.between(before, bytes).text(file, file)))
                .orElse("");
        return new StaleFile(file, expected, now.map(Hashes::sha256), diff);
    }
}
