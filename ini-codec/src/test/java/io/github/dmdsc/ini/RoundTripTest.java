package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(IniTexts.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class RoundTripTest {
    @Property(tries = 1500)
    void any_bytes_print_as_they_were_read(@ForAll IniTexts.Bytes file) throws IOException {
        for (IniDocument document : List.of(
                IniDocument.parse(file.value()),
                IniDocument.parse(file.value(), StandardCharsets.UTF_8),
                IniDocument.parse(file.value(), IniTexts.GB18030),
                IniDocument.parse(file.value(), Charset.forName("windows-1252")))) {
            assertThat(document.toBytes()).isEqualTo(file.value());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.writeTo(out);
            assertThat(out.toByteArray()).isEqualTo(file.value());
            assertThat(document.size()).isEqualTo(file.value().length);
        }
    }

    @Property(tries = 500)
    void every_handle_of_any_bytes_can_be_read(@ForAll IniTexts.Bytes file) {
        IniDocument document = IniDocument.parse(file.value());

        assertThat(Documents.everything(document)).isNotEmpty();
        assertThat(document.firstUndecodableLine().isPresent()).isEqualTo(document.isUndecodable());
    }

    @Test
    void utf_16_is_carried_byte_by_byte() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = "\uFEFFKEY = \u503c\r\n".getBytes(charset);

            assertThat(IniDocument.parse(bytes).toBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void a_line_of_ten_megabytes_prints_as_it_was_read() throws IOException {
        byte[] bytes = new byte[10 << 20];
        Arrays.fill(bytes, (byte) 'x');
        bytes[1] = '=';

        IniDocument document = IniDocument.parse(bytes);

        assertThat(Arrays.equals(document.toBytes(), bytes)).isTrue();
        assertThat(document.lineCount()).isEqualTo(1);
        assertThat(Documents.entry(document, "X").valueLength()).isEqualTo(bytes.length - 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        assertThat(Arrays.equals(out.toByteArray(), bytes)).isTrue();
    }

    @Test
    void a_file_of_several_chunks_prints_as_it_was_read() {
        Documents.assertSound(Documents.utf8("key = value\n".repeat(2000)));
    }

    @Test
    void many_short_lines_print_as_they_were_read() {
        byte[] bytes = "a=1\n\n\r\r\n[b]\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

        IniDocument document = IniDocument.parse(bytes);

        assertThat(Arrays.equals(document.toBytes(), bytes)).isTrue();
        assertThat(document.lineCount()).isEqualTo(100_000);
        assertThat(document.sections("B")).hasSize(20_000);
    }

    @Test
    void the_array_that_was_read_may_change_afterwards() {
        byte[] bytes = "a=1\n".getBytes(StandardCharsets.US_ASCII);
        IniDocument document = IniDocument.parse(bytes);

        bytes[0] = 'b';
        document.toBytes()[0] = 'c';

        assertThat(document.line(1)).isEqualTo("a=1");
    }

    @Test
    void a_stream_that_changes_what_it_gets_does_not_reach_the_document() throws IOException {
        IniDocument document = Documents.utf8("a=1\n");
        document.writeTo(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, (byte) '!');
            }
        });

        assertThat(Documents.text(document)).isEqualTo("a=1\n");
    }

    @Test
    void an_empty_file_has_the_global_section_and_no_line() {
        IniDocument document = IniDocument.parse(new byte[0]);

        assertThat(document.toBytes()).isEmpty();
        assertThat(document.lineCount()).isZero();
        assertThat(document.sections()).containsExactly(document.global());
        assertThat(document.global().name()).isEmpty();
        assertThat(document.global().line()).isEqualTo(1);
        assertThat(document.global().column()).isEqualTo(1);
        assertThat(document.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_of_a_byte_order_mark_alone_has_no_line() {
        IniDocument document = IniDocument.parse("\uFEFF".getBytes(StandardCharsets.UTF_8));

        assertThat(document.hasBom()).isTrue();
        assertThat(document.lineCount()).isZero();
        assertThat(document.size()).isEqualTo(3);
        assertThat(document.add(document.global(), "k", "v").toBytes())
                .isEqualTo("\uFEFFk = v\n".getBytes(StandardCharsets.UTF_8));
    }
}
