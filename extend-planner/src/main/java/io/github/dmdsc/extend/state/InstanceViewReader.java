package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.state.TableReader.Heading;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the output of DIsql for a SELECT from V$DSC_EP_INFO. */
final class InstanceViewReader {
    private static final List<Heading> HEADINGS = List.of(
            Heading.of(Content.NUMBER, "lineid", "行号"),
            Heading.of(Content.NAME, "ep_name", "实例名", "实例名称"),
            Heading.of(Content.NUMBER, "ep_seqno", "节点序号"),
            Heading.of(Content.NUMBER, "ep_guid"),
            Heading.of(Content.NUMBER, "ep_timestamp"),
            Heading.of(Content.of(Vocabulary.MODE), "ep_mode"),
            Heading.of(Content.of(Vocabulary.HEALTH), "ep_status"));

    private final Capture capture;
    private final List<Finding> findings;

    InstanceViewReader(Capture capture, List<Finding> findings) {
        this.capture = capture;
        this.findings = findings;
    }

    /** Returns the last result in the text. */
    Optional<Placed<InstanceView>> read() {
        return new SelectReader(capture, findings).last("V$DSC_EP_INFO", HEADINGS, List.of("ep_name"), this::view);
    }

    private InstanceView view(Placed<TableReader.Header> header, TableReader.Table table) {
        table.unread().forEach(line -> findings.add(StateFindings.row(line)));
        InstanceView.Builder view =
                InstanceView.builder().unread(table.unread()).closed(table.closed());
        if (!header.value().hasWords()) {
            findings.add(StateFindings.headings(header.at(), "EP_STATUS"));
        }
        for (Placed<Map<String, String>> row : table.rows()) {
            Cells cells = new Cells(row, findings::add);
            cells.text("lineid");
            view.addRows(new Placed<>(
                    new InstanceView.Instance(
                            cells.text("ep_name").orElse(""),
                            cells.number("ep_seqno"),
                            cells.word("ep_mode", Vocabulary.MODE),
                            cells.word("ep_status", Vocabulary.HEALTH),
                            cells.left()),
                    row.at()));
        }
        return view.build();
    }
}
