package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class EditFuzz {
    private static final int MAX_EDITS = 20;

    @FuzzTest(maxDuration = "10m")
    void edited_documents_are_the_ones_their_bytes_read_as(FuzzedDataProvider data) {
        int count = data.consumeInt(0, MAX_EDITS);
        Edits.Edit[] edits = new Edits.Edit[count];
        for (int i = 0; i < count; i++) {
            edits[i] = new Edits.Edit(
                    data.consumeInt(0, 7), data.consumeInt(0, 1000), data.consumeString(5), data.consumeString(8));
        }
        IniDocument document = IniDocument.parse(data.consumeRemainingAsBytes());
        if (document.isUndecodable()) {
            document = IniDocument.parse(document.toBytes(), document.charset());
        }
        if (!document.isEditable()) {
            return;
        }
        boolean wasMarked = ByteOrderMark.at(document.toBytes()) != null;
        for (Edits.Edit edit : edits) {
            byte[] before = document.toBytes();
            boolean possible = document.keyProblem(edit.key()).isEmpty()
                    && document.sectionNameProblem(edit.key()).isEmpty();
            IniDocument edited = possible ? edit.applyTo(document) : document;
            Documents.assertSound(edited);
            assertThat(wasMarked || ByteOrderMark.at(edited.toBytes()) == null).isTrue();
            assertThat(document.toBytes()).isEqualTo(before);
            document = edited;
        }
    }
}
