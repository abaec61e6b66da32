package com.example.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dmdsc.ini.IniDocument;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        IniDocument edited = EditIni.set(document, "MAL_INST", 1, "MAL_PORT", "9441");
        IniDocument longer = EditIni.append(edited, "MAL_INST", "MAL_PORT", "9342");

        assertEquals(TEXT.replace("9341", "9441"), new String(edited.toBytes(), GB18030));
        assertEquals(
                TEXT.replace("9341", "9441") + "[MAL_INST]\n  mal_port\t= 9342\n",
                new String(longer.toBytes(), GB18030));
    }
}
