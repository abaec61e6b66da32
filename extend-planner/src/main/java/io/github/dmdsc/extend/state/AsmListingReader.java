package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code ls} in dmasmtool: the directory, then {@code NO.1 name: …} or names without a label.
 * Editions differ in the form, so a text counts as a file name only if it has a label or an extension.
 */
final class AsmListingReader {
    private static final Pattern COMMAND =
            Pattern.compile("(?i)\\s*ls(?:\\s+-[lr]+)*\\s*(?:'([^']*?)/?'|\"([^\"]*?)/?\"|(\\+\\S*?)/?)?\\s*;?\\s*");
    private static final Pattern DIRECTORY = Pattern.compile("\\s*(\\+[^\\s,:*?'\"]*?)/?\\s*:?\\s*");
    private static final Pattern LABELLED =
            Pattern.compile("(?i)\\s*(?:NO\\.\\s*\\d+\\s*:?\\s*)?(?:file\\s*)?(?:name|名称)\\s*[:：]\\s*([^\\s,]+).*");
    private static final Pattern FILE = Pattern.compile("[^\\s,:*?'\"=()\\[\\]]+\\.[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern TOTAL = Pattern.compile("(?i).*\\btotal\\s*\\[?\\s*(\\d{1,9})\\s*\\]?.*");
    private static final Pattern FOOTER = Pattern.compile("(?i)\\s*(?:used time|已用时间).*");

    private final Capture capture;
    private final Optional<String> asked;
    private final List<Finding> findings;
    private final List<Placed<AsmListing>> listings = new ArrayList<>();

    private Optional<String> directory = Optional.empty();
    private List<Placed<String>> entries = new ArrayList<>();
    private Location begin;
    private int announced = -1;

    AsmListingReader(Capture capture, Optional<String> command, List<Finding> findings) {
        this.capture = capture;
        this.asked = command.flatMap(AsmListingReader::argument);
        this.findings = findings;
        this.begin = capture.whole();
    }

    /**
     * Returns the lists in the order of the text. If several lists are of the same directory, the caller uses the last
     * one.
     */
    List<Placed<AsmListing>> read() {
        directory = asked;
        for (int at = 0; at < capture.size(); at++) {
            String line = capture.line(at);
            Matcher total = TOTAL.matcher(line);
            if (COMMAND.matcher(line).matches()) {
                start(argument(line), at);
            } else if (FOOTER.matcher(line).matches() || capture.prompted(at)) {
                finish(true);
            } else if (!capture.isLogLine(at) && !heading(line, at) && !entry(line, at) && total.matches()) {
                announced = Integer.parseInt(total.group(1));
            }
        }
        finish(false);
        return List.copyOf(listings);
    }

    private void start(Optional<String> of, int at) {
        finish(true);
        directory = of;
        begin = capture.at(at);
    }

    /** Reads a line with the name of the listed directory: a full path without an extension. */
    private boolean heading(String line, int at) {
        Matcher path = DIRECTORY.matcher(line);
        if (!path.matches() || FILE.matcher(path.group(1)).matches()) {
            return false;
        }
        if (!entries.isEmpty()) {
            finish(true);
        }
        directory = Optional.of(path.group(1));
        begin = capture.at(at);
        return true;
    }

    private boolean entry(String line, int at) {
        Matcher labelled = LABELLED.matcher(line);
        Optional<String> name = Optional.empty();
        if (labelled.matches()) {
            name = Optional.of(labelled.group(1));
        } else {
            List<String> files = Token.of(line).stream()
                    .map(Token::text)
                    .filter(text -> FILE.matcher(text).matches())
                    .toList();
            if (files.size() == 1) {
                name = Optional.of(files.get(0));
            }
        }
        name.ifPresent(text -> entries.add(new Placed<>(text, capture.at(at))));
        return name.isPresent();
    }

    private void finish(boolean closed) {
        boolean whole = announced < 0 || announced == entries.size();
        if (!whole) {
            findings.add(StateFindings.listCount(begin, announced, entries.size()));
        }
        boolean named = directory.isPresent() && begin.line() > 0;
        if (named || !entries.isEmpty()) {
            listings.add(new Placed<>(new AsmListing(directory, entries, closed && whole), begin));
        }
        directory = Optional.empty();
        entries = new ArrayList<>();
        begin = capture.whole();
        announced = -1;
    }

    private static Optional<String> argument(String line) {
        Matcher command = COMMAND.matcher(line);
        if (!command.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(command.group(1))
                .or(() -> Optional.ofNullable(command.group(2)))
                .or(() -> Optional.ofNullable(command.group(3)));
    }
}
