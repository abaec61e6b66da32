package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.check.Read;

/** The lens of a file without sections. */
final class FlatLens<T extends ParameterSet<T>> implements Lens<T> {
    private final SectionCodec<T> codec;

    FlatLens(Class<T> type) {
        this.codec = new SectionCodec<>(type);
    }

    @Override
    public Read<T> get(IniDocument document, FileId file) {
        FileReading reading = new FileReading(document, file);
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            reading.report(BindFindings.unexpectedSection(file, section));
        }
        return new Read<>(codec.decode(document.global(), reading).value(), reading.findings());
    }

    @Override
    public IniDocument put(T value, IniDocument document) {
        T old = get(document, FileReading.NOWHERE).value();
        return codec.change(document, 0, ParameterTable.texts(old), ParameterTable.texts(value));
    }
}
