package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.TableReader.Heading;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the output of DIsql for a SELECT from a view. */
final class SelectReader {
    private static final Pattern FOOTER = Pattern.compile("(?i)\\s*(?:used time|已用时间|\\d+ rows? got).*");

    private static final List<Heading> DISK_GROUPS = List.of(
            Heading.of(Content.NUMBER, "lineid", "行号"),
            Heading.of(Content.NAME, "group_name"),
            Heading.of(Content.of(Vocabulary.REDUNDANCY), "type"),
            Heading.of(Content.NUMBER, "total_mb"),
            Heading.of(Content.NUMBER, "free_mb"),
            Heading.of(Content.ANY, "group_id"),
            Heading.of(Content.ANY, "n_disk"),
            Heading.of(Content.ANY, "au_size"),
            Heading.of(Content.ANY, "extent_size(au)", "extent_size"),
            Heading.of(Content.ANY, "total_size"),
            Heading.of(Content.ANY, "free_size"),
            Heading.of(Content.ANY, "total_file_num"),
            Heading.of(Content.ANY, "redo_size(mb)", "redo_size"),
            Heading.of(Content.ANY, "rbl_stat"),
            Heading.of(Content.ANY, "rbl_pwr"),
            Heading.of(Content.ANY, "au_size_mb"));
    private static final List<Heading> LOG_FILES = List.of(
            Heading.of(Content.NUMBER, "lineid", "行号"),
            Heading.of(Content.NAME, "path"),
            Heading.of(Content.NUMBER, "rlog_size"),
            Heading.of(Content.ANY, "group_id"),
            Heading.of(Content.ANY, "file_id"),
            Heading.of(Content.ANY, "client_path"),
            Heading.of(Content.ANY, "create_time"),
            Heading.of(Content.ANY, "min_exec_ver"),
            Heading.of(Content.ANY, "min_dct_ver"));

    private final Capture capture;
    private final List<Finding> findings;

    SelectReader(Capture capture, List<Finding> findings) {
        this.capture = capture;
        this.findings = findings;
    }

    /** Returns the last result of V$ASMGROUP in the text. */
    Optional<Placed<QueryResult<DiskGroup>>> diskGroups() {
        return rows(
                "V$ASMGROUP",
                DISK_GROUPS,
                List.of("group_name", "free_mb"),
                cells -> new DiskGroup(
                        cells.text("group_name").orElse(""),
                        cells.word("type", Vocabulary.REDUNDANCY),
                        cells.size("free_mb")));
    }

    /** Returns the last result of V$RLOGFILE in the text. */
    Optional<Placed<QueryResult<LogFile>>> logFiles() {
        return rows(
                "V$RLOGFILE",
                LOG_FILES,
                List.of("path", "rlog_size"),
                cells -> new LogFile(cells.text("path").orElse(""), cells.size("rlog_size")));
    }

    private <T> Optional<Placed<QueryResult<T>>> rows(
            String view, List<Heading> headings, List<String> needed, Function<Cells, T> row) {
        return last(view, headings, needed, (header, table) -> {
            table.unread().forEach(line -> findings.add(StateFindings.row(line)));
            List<Placed<T>> rows = new ArrayList<>();
            for (Placed<Map<String, String>> each : table.rows()) {
                rows.add(new Placed<>(row.apply(new Cells(each, findings::add)), each.at()));
            }
            return new QueryResult<>(rows, table.closed() && table.unread().isEmpty());
        });
    }

    /**
     * Returns the last table of a view in the text. Adds a finding for each earlier one. If the text ends after a
     * further query of the view, the result is an incomplete table without rows.
     *
     * @param needed the headings that a table of this view must have
     */
    <T> Optional<Placed<T>> last(
            String view,
            List<Heading> headings,
            List<String> needed,
            BiFunction<Placed<TableReader.Header>, TableReader.Table, T> read) {
        TableReader reader = new TableReader(
                capture,
                headings,
                index -> capture.prompted(index)
                        || FOOTER.matcher(capture.line(index)).matches(),
                true);
        Optional<Placed<T>> last = Optional.empty();
        Optional<Placed<TableReader.Header>> earlier = Optional.empty();
        int at = 0;
        while (at < capture.size()) {
            Optional<TableReader.Header> header =
                    reader.header(at).filter(found -> needed.stream().allMatch(found::has));
            Location place = capture.at(at);
            if (header.isPresent()) {
                TableReader.Table table = reader.rows(header.get());
                Placed<TableReader.Header> placed = new Placed<>(header.get(), place);
                earlier.ifPresent(before -> findings.add(StateFindings.repeated(place, before.at(), view)));
                last = Optional.of(new Placed<>(read.apply(placed, table), place));
                earlier = Optional.of(placed);
                at = table.next();
            } else {
                at++;
                if (earlier.isPresent() && queries(view, at - 1)) {
                    TableReader.Table none = new TableReader.Table(List.of(), List.of(), false, at);
                    last = Optional.of(new Placed<>(read.apply(earlier.get(), none), place));
                }
            }
        }
        return last;
    }

    private boolean queries(String view, int index) {
        return capture.prompted(index)
                && capture.line(index).toUpperCase(Locale.ROOT).contains(view);
    }
}
