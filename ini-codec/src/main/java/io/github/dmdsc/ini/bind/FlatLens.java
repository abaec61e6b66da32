package io.github.dmdsc.ini.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Sourced;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** The lens of a file without sections. */
final class FlatLens<T extends Sourced<T>> implements Lens<T> {
    private final Class<T> type;
    private final SectionCodec codec;

    FlatLens(Class<T> type) {
        this.type = type;
        this.codec = new SectionCodec(type);
    }

    @Override
    public Bound<T> get(IniDocument document, FileId file) {
        List<Diagnostic> findings = new ArrayList<>(TextFindings.of(document, file));
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            findings.add(BindFindings.unexpectedSection(file, section));
        }
        ObjectNode node = codec.decode(document.global(), file, findings);
        return new Bound<>(
                SectionCodec.toValue(node, type).withOrigin(new IniOrigin(file, document.global())), findings);
    }

    @Override
    public IniDocument put(T value, IniDocument document) {
        T old = get(document, SectionCodec.NOWHERE).value();
        return codec.change(document, 0, codec.encode(old), codec.encode(value));
    }
}
