package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code check dcrdisk} in dmasmcmd, and of {@code check dcrvdisk} in dmasmcmdm. The line with the
 * outcome does not name the disk; the echoed command before it does.
 */
final class DcrCheckReader {
    private static final Pattern OUTCOME =
            Pattern.compile("(?i)\\s*ASMCMDM?\\s+check\\s+DCRV?\\s?DISK\\s*:?\\s*([\\p{L}]+).*");
    private static final Pattern COMMAND =
            Pattern.compile("(?i)\\s*check\\s+dcrv?disk\\s+(?:'([^']*)'|\"([^\"]*)\"|(\\S+?))\\s*;?\\s*");
    private static final Pattern ANY_COMMAND =
            Pattern.compile("(?i)\\s*(?:create|init|export|import|extend|clear|listdisks|recover|check_grp)\\b.*");

    private final Capture capture;
    private final Optional<String> asked;
    private final List<Finding> findings;
    private final List<Placed<DcrCheck>> checks = new ArrayList<>();

    DcrCheckReader(Capture capture, Optional<String> command, List<Finding> findings) {
        this.capture = capture;
        this.asked = command.flatMap(DcrCheckReader::disk);
        this.findings = findings;
    }

    /**
     * Returns the checks in the order of the text. If several checks are of the same disk, the caller uses the last
     * one.
     */
    List<Placed<DcrCheck>> read() {
        Optional<Placed<String>> pending = Optional.empty();
        boolean echoed = false;
        for (int at = 0; at < capture.size(); at++) {
            String line = capture.line(at);
            Optional<String> disk = disk(line);
            Matcher outcome = OUTCOME.matcher(line);
            if (disk.isPresent()) {
                pending.ifPresent(this::noOutcome);
                pending = Optional.of(new Placed<>(disk.get(), capture.at(at)));
                echoed = true;
            } else if (outcome.matches()) {
                // Only the first outcome after an echoed command belongs to the disk of that command.
                Optional<String> checked = echoed ? pending.map(Placed::value) : asked;
                remember(new DcrCheck(checked, outcome(outcome.group(1)), line.strip()), capture.at(at));
                pending = Optional.empty();
            } else if (ANY_COMMAND.matcher(line).matches()) {
                pending.ifPresent(this::noOutcome);
                pending = Optional.empty();
            }
        }
        pending.ifPresent(this::noOutcome);
        return List.copyOf(checks);
    }

    private void noOutcome(Placed<String> disk) {
        findings.add(StateFindings.noOutcome(disk.at(), "check " + disk.value()));
        // The check without an outcome replaces an earlier check of the same disk, which may be out of date.
        DcrCheck open = new DcrCheck(Optional.of(disk.value()), DcrCheck.Outcome.UNKNOWN, "");
        checks.add(new Placed<>(open, disk.at()));
    }

    private void remember(DcrCheck check, Location at) {
        if (check.outcome() == DcrCheck.Outcome.UNKNOWN) {
            findings.add(StateFindings.unknownWord(at, "check", check.detail()));
        }
        checks.add(new Placed<>(check, at));
    }

    private static Optional<String> disk(String line) {
        Matcher command = COMMAND.matcher(line);
        if (!command.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(command.group(1))
                .or(() -> Optional.ofNullable(command.group(2)))
                .or(() -> Optional.ofNullable(command.group(3)));
    }

    private static DcrCheck.Outcome outcome(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success", "succeed", "succeeded", "successful", "成功" -> DcrCheck.Outcome.SUCCESS;
            case "fail", "failed", "failure", "失败" -> DcrCheck.Outcome.FAILED;
            default -> DcrCheck.Outcome.UNKNOWN;
        };
    }
}
