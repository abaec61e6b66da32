package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that lines whose values do not change keep spellings that {@code put} itself would not write. */
class KeptSpellingTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/home/data/x.ini");

    /** Lines of a dmcssm.ini: two addresses in several spellings, and lines without an address. */
    private static final List<String> LINES = List.of(
            "CSSM_CSS_IP = a:9341",
            "CSSM_CSS_IP = A : 09341 # first",
            "CSSM_CSS_IP = [a]:9341\f",
            "CSSM_CSS_IP = 2001:db8::11:9341",
            "CSSM_CSS_IP = [2001:DB8::11]:9341",
            "CSSM_CSS_IP =",
            "CSSM_CSS_IP = unreadable",
            "# CSSM_CSS_IP = b:9341");

    private static IniDocument parse(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(IniDocument document) {
        return new String(document.toBytes(), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of(LINES).list().ofMaxSize(6);
    }

    @Property(tries = 100)
    void a_further_address_changes_no_line_that_is_there(@ForAll("lines") List<String> lines) {
        String before = "# monitor\n" + String.join("\n", lines) + "\n";
        Dmcssm monitor = Lenses.DMCSSM.get(parse(before), FILE).value();
        Dmcssm more = Dmcssm.builder()
                .from(monitor)
                .addCssAddresses(CssAddress.parse("c:9341"))
                .build();

        IniDocument after = Lenses.DMCSSM.put(more, parse(before));

        assertThat(text(after).lines()).containsSubsequence(before.lines().toList());
        assertThat(text(after).lines()).hasSize((int) before.lines().count() + 1);
        assertThat(Lenses.DMCSSM.get(after, FILE).value()).isEqualTo(more);
    }

    @Property(tries = 100)
    void an_address_that_goes_takes_its_own_line_and_no_other(@ForAll("lines") List<String> lines) {
        String before = "# monitor\n" + String.join("\n", lines) + "\n";
        Dmcssm monitor = Lenses.DMCSSM.get(parse(before), FILE).value();
        for (int gone = 0; gone < monitor.cssAddresses().size(); gone++) {
            List<CssAddress> addresses = new ArrayList<>(monitor.cssAddresses());
            addresses.remove(gone);
            Dmcssm less = Dmcssm.builder().from(monitor).cssAddresses(addresses).build();

            IniDocument after = Lenses.DMCSSM.put(less, parse(before));

            assertThat(before.lines()).containsSubsequence(text(after).lines().toList());
            assertThat(text(after).lines()).hasSize((int) before.lines().count() - 1);
            assertThat(Lenses.DMCSSM.get(after, FILE).value()).isEqualTo(less);
        }
    }

    @Example
    void an_address_that_changes_changes_its_own_line_only() {
        IniDocument document = parse("CSSM_CSS_IP = A : 09341\nCSSM_CSS_IP =\nCSSM_CSS_IP = ::b:9341 # b\n");
        Dmcssm changed = Dmcssm.builder()
                .addCssAddresses(CssAddress.parse("a:9341"), CssAddress.parse("[::c]:9341"))
                .build();

        assertThat(text(Lenses.DMCSSM.put(changed, document)))
                .isEqualTo("CSSM_CSS_IP = A : 09341\nCSSM_CSS_IP =\nCSSM_CSS_IP = [::c]:9341 # b\n");
    }

    @Example
    void a_host_in_another_letter_case_is_the_same_host() {
        IniDocument document = parse("[A]\nMAL_HOST = DB1.example\nMAL_PORT = 07236\n");
        MalConfig mal = MalConfig.builder()
                .addInstances(MalInstance.builder()
                        .from(Lenses.MAL.get(document, FILE).value().instances().get(0))
                        .host(HostAddress.of("db1.EXAMPLE"))
                        .build())
                .build();

        assertThat(text(Lenses.MAL.put(mal, document))).isEqualTo(text(document));
    }

    @Example
    void of_a_parameter_that_no_model_names_every_line_counts_as_it_is() {
        IniDocument document = parse("X = 01\nX =\nX = 2\n");
        DmArch changed =
                DmArch.builder().other(Map.of("X", List.of("1", "", "2", "3"))).build();

        assertThat(text(Lenses.DMARCH.put(changed, document))).isEqualTo("X = 1\nX =\nX = 2\nX = 3\n");
    }
}
