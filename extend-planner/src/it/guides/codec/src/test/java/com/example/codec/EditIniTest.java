package com.example.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dmdsc.ini.IniDocument;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditIniTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = """
            # 心跳
            [MAL_INST]
              mal_port\t= 9340   # DSC0
            [MAL_INST]
              mal_port\t= 9341   # DSC1
            """;

    @Test
    void every_byte_that_is_not_meant_stays(@TempDir Path work) throws Exception {
        IniDocument document = EditIni.read(Files.writeString(work.resolve("dmmal.ini"), TEXT, GB18030));

        assertEquals(List.of("3: 9340", "5: 9341"), EditIni.values(document, "MAL_INST", "MAL_PORT"));
        assertEquals(9341, EditIni.port(document, "MAL_INST", 1, "MAL_PORT"));
        assertEquals(Optional.of("9340"), document.get("MAL_INST", "MAL_PORT"));
        IniDocument edited = EditIni.set(document, "MAL_INST", 1, "MAL_PORT", "9441", "moved");
        IniDocument longer = EditIni.append(edited, "MAL_INST", "MAL_PORT", "9342");

        String changed = TEXT.replace("  mal_port\t= 9341", "  # moved\n  mal_port\t= 9441");
        assertEquals(changed, new String(edited.toBytes(), GB18030));
        assertEquals(changed + "[MAL_INST]\n  mal_port\t= 9342\n", new String(longer.toBytes(), GB18030));
        assertEquals(
                TEXT.replace("mal_port", "MAL_INST_PORT"),
                EditIni.tidy(document, "mal_inst", "unused", "MAL_PORT", "MAL_INST_PORT")
                        .toString());
    }

    @Test
    void a_file_is_edited_in_its_place(@TempDir Path work) throws Exception {
        Path file = Files.writeString(work.resolve("dmmal.ini"), TEXT, GB18030);

        EditIni.move(file, "MAL_INST", 0, "MAL_PORT", 9440);

        assertEquals(TEXT.replace("9340", "9440"), Files.readString(file, GB18030));
    }
}
