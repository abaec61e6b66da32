package io.github.dmdsc.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.check.texts.Texts;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Defects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FindingTest {
    private static final Messages MESSAGES = Messages.beside(Texts.class);

    private static final FindingKind BROKEN =
            FindingKind.of(MESSAGES, "TST-0001", Severity.ERROR).manual("chapter 14");
    private static final FindingKind OTHER = FindingKind.of(MESSAGES, "TST-0002", Severity.ERROR);
    private static final FindingKind DOUBT = FindingKind.of(MESSAGES, "TST-0001", Severity.WARNING);

    private static FindingBuilder finding(String host, String path, int line, int column) {
        return BROKEN.at(Location.of(new FileId(host, path), line, column)).with("name", "x");
    }

    @Test
    void a_finding_carries_what_it_speaks_of() {
        Finding finding = finding("h", "/a", 1, 2)
                .against(Location.outside("b"))
                .with("name", Port.of(5236))
                .with("count", 3)
                .build();

        assertThat(finding.message().en()).isEqualTo("}5236 is broken, }{");
        assertThat(finding.fix().zh()).isEqualTo("修复 5236");
        assertThat(finding.related()).containsExactly(Location.outside("b"));
        assertThat(finding.parameters()).isEqualTo(Map.of("name", Port.of(5236), "count", 3));
        assertThat(finding.manual()).contains("chapter 14");
    }

    @Test
    void a_finding_may_say_one_of_several_things() {
        assertThat(finding("h", "/a", 1, 1).variant("twice").build().message().en())
                .isEqualTo("x is there twice");
        assertThatThrownBy(
                        () -> finding("h", "/a", 1, 1).variant("never").build().message())
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void a_placeholder_without_a_value_is_a_mistake() {
        assertThatThrownBy(() -> MESSAGES.text("TST-0001.message", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    @Test
    void a_text_is_there_or_not() {
        Messages messages = Messages.beside(Texts.class);

        assertThat(messages.has("TST-0001.fix")).isTrue();
        assertThat(messages.has("TST-0001.note")).isFalse();
        assertThatThrownBy(() -> Messages.beside(Cluster.class))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("messages.properties");
    }

    static Stream<Arguments> shown() {
        Localized phrase = () -> new Text("a node", "一个节点");
        return Stream.of(
                Arguments.of(5236, "5236", "5236"),
                Arguments.of(phrase, "a node", "一个节点"),
                Arguments.of(List.of(), "(none)", "（无）"),
                Arguments.of(Optional.empty(), "(none)", "（无）"),
                Arguments.of(Optional.of(phrase), "a node", "一个节点"),
                Arguments.of(List.of(1, phrase), "1, a node", "1、一个节点"));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void a_value_is_shown_in_the_language_of_the_text(Object shown, String english, String chinese) {
        assertThat(MESSAGES.text("TST-0001.fix", Map.of("name", shown)))
                .isEqualTo(new Text("Mend " + english, "修复 " + chinese));
    }

    static Stream<Object> kept() {
        return Stream.of(
                5236,
                true,
                GroupType.ASM,
                new FileId("h", "/a"),
                Location.outside("b"),
                Port.of(5236),
                HostAddress.of("10.0.2.101"),
                CssAddress.parse("10.0.2.101:9341"),
                StoragePath.parse("+DMDATA/a"),
                LoadPaths.of("/dev/raw"),
                EndpointArray.upTo(2),
                new Input("request.cssPort", "9341"),
                (Localized) () -> new Text("a", "甲"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_typed_value_of_a_message_keeps_its_type(Object kept) {
        assertThat(value(kept)).isSameAs(kept);
        assertThat(value(Optional.of(kept))).isSameAs(kept);
        assertThat(value(List.of(kept, new StringBuilder("x")))).isEqualTo(List.of(kept, "x"));
    }

    @Test
    void another_value_of_a_message_is_kept_as_text() {
        assertThat(value(new StringBuilder("x"))).isEqualTo("x");
        assertThat(value(Optional.empty())).isEqualTo(Optional.empty());
    }

    private static Object value(Object given) {
        return BROKEN.at(Location.outside("b"))
                .with("name", given)
                .build()
                .parameters()
                .get("name");
    }

    @Test
    void an_input_is_shown_by_its_name_and_its_value() {
        assertThat(new Input("request.cssPort", "9341")).hasToString("request.cssPort 9341");
        assertThat(new Input("request.cssPort", "")).hasToString("request.cssPort");
        assertThat(new Input("request.cssPort", "9341").place()).isEqualTo(Location.outside("request.cssPort 9341"));
    }

    @Test
    void a_text_is_chinese_for_whoever_reads_chinese() {
        Text text = new Text("hello", "你好");

        assertThat(text.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("你好");
        assertThat(text.in(Locale.TRADITIONAL_CHINESE)).isEqualTo("你好");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("hello");
        assertThat(text).hasToString("hello");
    }

    @Test
    void findings_are_shown_worst_first_then_by_place() {
        Finding warning =
                DOUBT.at(Location.of(new FileId("a", "/a"))).with("name", "x").build();
        List<Finding> sorted = List.of(
                finding("a", "/b", 9, 9).build(),
                finding("b", "/a", 9, 9).build(),
                finding("b", "/b", 1, 9).build(),
                finding("b", "/b", 2, 1).build(),
                finding("b", "/b", 2, 2).with("name", "x").build(),
                finding("b", "/b", 2, 2).with("name", "y").build(),
                OTHER.at(Location.of(new FileId("b", "/b"), 2, 2)).build(),
                warning);
        List<Finding> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        shuffled.sort(Finding.ORDER);

        assertThat(shuffled).containsExactlyElementsOf(sorted);
    }

    @Test
    void a_book_has_one_rule_of_an_id() {
        List<Rule> twice = List.of(
                StandardRules.book().rules().get(0),
                StandardRules.book().rules().get(0));

        assertThatThrownBy(() -> RuleBook.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DSC-0101");
    }

    @Test
    void a_node_that_was_made_in_java_has_places_beside_a_dcr_that_was_read() {
        Cluster cluster = ClusterLayout.builder().build().cluster();
        Origin read = new Origin() {
            @Override
            public Location self() {
                return Location.of(cluster.dcr().file());
            }

            @Override
            public Location at(String key) {
                return self();
            }
        };
        Cluster mixed = ClusterEdits.dcr(cluster, dcr -> dcr.withOrigin(read));

        assertThat(StandardRules.book().check(Defects.of("DSC-0206").get(0).in(mixed)))
                .filteredOn(finding -> finding.ruleId().equals("DSC-0206"))
                .extracting(finding -> finding.primary().toString())
                .containsExactly("10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_SEQNO");
    }

    @Test
    void a_section_that_was_made_in_java_has_its_number_if_its_group_has_no_name() {
        Cluster nameless = ClusterEdits.group(
                ClusterLayout.builder().build().cluster(), GroupType.ASM, group -> group.withName(Optional.empty()));
        DcrGroup asm = Places.named(nameless).dcr().value().group(GroupType.ASM).orElseThrow();
        String file = nameless.dcr().file().toString();

        assertThat(asm.origin().self()).hasToString(file + " [GRP] #2");
        assertThat(asm.endpoints())
                .extracting(endpoint -> endpoint.origin().at(DcrEndpoint.PORT))
                .extracting(Location::toString)
                .containsExactly(file + " [?] #1 DCR_EP_PORT", file + " [?] #2 DCR_EP_PORT");
        assertThat(asm.origin().at(DcrGroup.NAME, 1)).hasToString(file + " [GRP] #2 DCR_GRP_NAME #2");
    }

    @Test
    void a_rule_sees_everything_that_is_in_the_cluster() {
        Cluster cluster = ClusterEdits.node(
                ClusterLayout.builder()
                        .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                        .build()
                        .cluster(),
                0,
                node -> node.withWatcher(node.dmdcr().file().sibling("/data/DSC0_conf/dmwatcher.ini")));
        List<Cluster> seen = new ArrayList<>();
        Rule rule = new Rule() {
            @Override
            public FindingKind kind() {
                return StandardRules.book().rules().get(0).kind();
            }

            @Override
            public void check(Cluster checked, ManualLimits limits, Consumer<Finding> report) {
                seen.add(checked);
            }
        };

        RuleBook.of(List.of(rule)).check(cluster);

        assertThat(seen).containsExactly(cluster);
    }

    @Test
    void a_book_judges_by_the_limits_of_the_current_edition() {
        RuleBook book = StandardRules.book();

        assertThat(book.rules()).isEqualTo(StandardRules.book().rules());
        assertThat(book.check(ClusterLayout.builder().nodes(9).build().cluster()))
                .extracting(Finding::ruleId)
                .containsOnly("DSC-0104");
        assertThat(book.check(Defects.of("DSC-0101")
                        .get(0)
                        .in(ClusterLayout.builder().build().cluster())))
                .extracting(Finding::ruleId)
                .containsExactly("DSC-0101");
    }
}
