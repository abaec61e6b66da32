package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.SubnodeConfiguration;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.ReloadingFileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.event.ConfigurationEvent;
import org.apache.commons.configuration2.sync.Synchronizer;
import org.apache.commons.configuration2.tree.DefaultExpressionEngine;
import org.apache.commons.configuration2.tree.DefaultExpressionEngineSymbols;
import org.apache.commons.configuration2.tree.ExpressionEngine;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.commons.configuration2.tree.NodeAddData;
import org.apache.commons.configuration2.tree.NodeHandler;
import org.apache.commons.configuration2.tree.NodeNameMatchers;
import org.apache.commons.configuration2.tree.QueryResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IniDocumentConfigurationTest {
    private static final String TEXT = """
            # 集群
            DCR_N_GRP = 2   # groups
            HOME = /home/data

            [GRP]
            DCR_GRP_NAME = GRP_CSS
            DCR_GRP_EP_ARR = {0,1}
            [GRP_CSS]
              DCR_EP_NAME = CSS0 // first
              DCR_EP_PORT = 9341
            [GRP_CSS]
              DCR_EP_NAME = CSS1
              DCR_EP_PORT = 9343
              PATH = ${HOME}/css1
            """;

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void place() throws Exception {
        file = directory.resolve("dcr.ini");
        Files.writeString(file, TEXT);
    }

    private FileBasedConfigurationBuilder<IniDocumentConfiguration> builder() {
        return new FileBasedConfigurationBuilder<>(IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(new File(file.toString())));
    }

    private String saved(FileBasedConfigurationBuilder<?> builder) throws Exception {
        builder.save();
        return Files.readString(file);
    }

    @Test
    void repeated_sections_are_repeated_nodes() throws Exception {
        IniDocumentConfiguration configuration = builder().getConfiguration();

        assertThat(configuration.getInt("DCR_N_GRP")).isEqualTo(2);
        assertThat(configuration.getString("GRP_CSS(1).DCR_EP_NAME")).isEqualTo("CSS1");
        assertThat(configuration.getList(String.class, "GRP_CSS.DCR_EP_PORT")).containsExactly("9341", "9343");
        assertThat(configuration.getString("GRP.DCR_GRP_EP_ARR")).isEqualTo("{0,1}");
        assertThat(configuration.configurationsAt("GRP_CSS")).hasSize(2);
    }

    @Test
    void values_are_interpolated() throws Exception {
        assertThat(builder().getConfiguration().getString("GRP_CSS(1).PATH")).isEqualTo("/home/data/css1");
    }

    @Test
    void saving_an_untouched_file_writes_the_same_bytes_whatever_the_charset() throws Exception {
        for (byte[] bytes : List.of(
                TEXT.getBytes(Charset.forName("GB18030")),
                ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8),
                TEXT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                new byte[] {'a', '=', (byte) 0xff, (byte) 0x80, '\r', 'b', 0})) {
            Files.write(file, bytes);
            FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
            builder.getConfiguration();
            builder.save();
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void setting_a_value_changes_its_line_only() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().setProperty("GRP_CSS(0).DCR_EP_NAME", "CSS7");
        builder.getConfiguration().setProperty("DCR_N_GRP", 3);

        assertThat(saved(builder)).isEqualTo(TEXT.replace("CSS0 //", "CSS7 //").replace("= 2   #", "= 3   #"));
    }

    @Test
    void adding_a_key_writes_it_behind_its_siblings_in_their_style() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().addProperty("GRP_CSS(0).DCR_EP_HOST", "10.0.0.1");

        assertThat(saved(builder)).isEqualTo(TEXT.replace("= 9341\n", "= 9341\n  DCR_EP_HOST = 10.0.0.1\n"));
    }

    @Test
    void adding_a_section_writes_it_at_the_end() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().addProperty("GRP_CSS(-1).DCR_EP_NAME", "CSS2");

        assertThat(saved(builder)).isEqualTo(TEXT + "[GRP_CSS]\n  DCR_EP_NAME = CSS2\n");
    }

    @Test
    void clearing_a_key_or_a_tree_removes_its_lines_only() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().clearProperty("GRP_CSS(1).PATH");
        builder.getConfiguration().clearTree("GRP_CSS(0)");

        assertThat(saved(builder))
                .isEqualTo(TEXT.replace("  PATH = ${HOME}/css1\n", "")
                        .replace("[GRP_CSS]\n  DCR_EP_NAME = CSS0 // first\n  DCR_EP_PORT = 9341\n", ""));
    }

    @Test
    void a_section_that_lost_all_its_keys_goes_with_them_as_its_node_does() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().clearProperty("GRP.DCR_GRP_NAME");
        builder.getConfiguration().clearProperty("GRP.DCR_GRP_EP_ARR");

        assertThat(saved(builder))
                .isEqualTo(TEXT.replace("\n[GRP]\nDCR_GRP_NAME = GRP_CSS\nDCR_GRP_EP_ARR = {0,1}\n", ""));
    }

    @Test
    void changes_can_be_saved_again_and_again() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        IniDocumentConfiguration configuration = builder.getConfiguration();
        configuration.setProperty("GRP_CSS(0).DCR_EP_PORT", "1");
        saved(builder);
        configuration.addProperty("GRP_CSS(-1).DCR_EP_NAME", "CSS2");
        saved(builder);
        configuration.setProperty("GRP_CSS(0).DCR_EP_PORT", "9341");

        assertThat(saved(builder)).isEqualTo(TEXT + "[GRP_CSS]\n  DCR_EP_NAME = CSS2\n");
    }

    @Test
    void a_sub_configuration_writes_through() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        HierarchicalConfiguration<ImmutableNode> second =
                builder.getConfiguration().configurationAt("GRP_CSS(1)", true);
        second.setProperty("DCR_EP_PORT", "9345");

        assertThat(saved(builder)).isEqualTo(TEXT.replace("9343", "9345"));
    }

    @Test
    void listeners_hear_of_changes() throws Exception {
        List<String> heard = new ArrayList<>();
        IniDocumentConfiguration configuration = builder().getConfiguration();
        configuration.addEventListener(ConfigurationEvent.SET_PROPERTY, event -> {
            if (!event.isBeforeUpdate()) {
                heard.add(event.getPropertyName() + "=" + event.getPropertyValue());
            }
        });
        configuration.setProperty("DCR_N_GRP", 5);

        assertThat(heard).containsExactly("DCR_N_GRP=5");
    }

    @Test
    void a_reloading_builder_sees_a_changed_file() throws Exception {
        ReloadingFileBasedConfigurationBuilder<IniDocumentConfiguration> builder =
                new ReloadingFileBasedConfigurationBuilder<>(IniDocumentConfiguration.class);
        builder.configure(new Parameters().fileBased().setFile(file.toFile()).setReloadingRefreshDelay(0L));
        assertThat(builder.getConfiguration().getInt("DCR_N_GRP")).isEqualTo(2);

        Files.writeString(file, TEXT.replace("= 2   #", "= 4   #"));
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5000));
        builder.getReloadingController().checkForReloading(null);

        assertThat(builder.getConfiguration().getInt("DCR_N_GRP")).isEqualTo(4);
    }

    @Test
    void a_cleared_configuration_is_an_empty_file_and_reads_another() throws Exception {
        IniDocumentConfiguration configuration = builder().getConfiguration();
        configuration.clear();

        assertThat(configuration.document().size()).isZero();
        configuration.read(new StringReader("A = 1\n"));
        assertThat(new String(configuration.document().toBytes(), StandardCharsets.UTF_8))
                .isEqualTo("A = 1\n");
    }

    @Test
    void readers_and_writers_of_text_work_too() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.read(new StringReader(TEXT));
        StringWriter out = new StringWriter();
        configuration.write(out);

        assertThat(out).hasToString(TEXT);
    }

    @Test
    void an_empty_configuration_becomes_a_file() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.addProperty("A", "1");
        configuration.addProperty("S.B", "2");
        StringWriter out = new StringWriter();
        configuration.write(out);

        assertThat(out.toString()).contains("A = 1", "[S]", "B = 2");
    }

    @Test
    void apaches_configuration_merges_repeated_sections_and_drops_comments_where_this_one_does_not() throws Exception {
        INIConfiguration apache = new INIConfiguration();
        apache.read(new StringReader(TEXT));
        StringWriter out = new StringWriter();
        apache.write(out);

        assertThat(apache.configurationsAt("GRP_CSS")).hasSize(1);
        assertThat(out.toString()).doesNotContain("# 集群").containsOnlyOnce("[GRP_CSS]");
        assertThat(builder().getConfiguration().configurationsAt("GRP_CSS")).hasSize(2);
    }

    @Test
    void changes_of_a_section_are_changes_of_the_file() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        IniDocumentConfiguration configuration = builder.getConfiguration();
        configuration.getSection("GRP_CSS").setProperty("DCR_EP_PORT", 1);
        configuration.getSection(null).setProperty("HOME", "/opt");
        configuration.getSection(null).addProperty("NEW", 2);
        configuration.getSection("GRP_ASM").addProperty("DCR_EP_NAME", "ASM0");

        assertThat(configuration.getSections()).containsExactly(null, "GRP", "GRP_CSS", "GRP_ASM");
        assertThat(configuration.getSection(null).size()).isEqualTo(3);
        assertThat(saved(builder))
                .isEqualTo(TEXT.replace("9341", "1").replace("= /home/data\n", "= /opt\nNEW = 2\n")
                        + "[GRP_ASM]\n  DCR_EP_NAME = ASM0\n");
    }

    @Test
    void a_section_is_found_by_its_name_and_not_by_a_key() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.read(new StringReader("a = 1\n[a]\nk = 2\n[a]\nk = 3\n[a.b]\nk = 4\n"));

        assertThat(configuration.getSection("a").getInt("k")).isEqualTo(2);
        assertThat(configuration.getSection("a.b").getInt("k")).isEqualTo(4);
        assertThat(configuration.getSections()).containsExactly(null, "a", "a.b");
        assertThatIllegalArgumentException().isThrownBy(() -> configuration.getSection("x]"));
        configuration.getSection("a.b").setProperty("k", 5);
        configuration.getSection("x(0)").addProperty("k", 6);
        SubnodeConfiguration added = configuration.getSection("c.d");
        added.setProperty("k", 7);
        added.setProperty("k", 8);

        assertThat(configuration.document().toString())
                .endsWith("[a.b]\nk = 5\n[x(0)]\nk = 6\n[c.d]\nk = 8\n")
                .startsWith("a = 1\n[a]\nk = 2\n[a]\nk = 3\n");
    }

    @Test
    void a_key_that_is_cleared_and_set_again_is_saved_where_it_stands_in_the_tree() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.read(new StringReader("[S]\na = 1 # one\nb = 2\nb = 3 # three\nc = 4\n"));
        for (String key : List.of("S.a", "S.b(0)")) {
            configuration.clearProperty(key);
            configuration.addProperty(key.replace("(0)", ""), 5);
        }

        assertThat(configuration.document()).hasToString("[S]\nb = 3 # three\nc = 4\na = 5\nb = 5\n");
    }

    @Test
    void the_section_without_a_name_has_the_keys_before_the_first_section_and_no_section() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.setProperty("B", "2");
        configuration.read(new StringReader("A = 3\nB = 4\n[B]\nX = 5\n"));
        SubnodeConfiguration global = configuration.getSection(null);

        assertThat(global.getList("B")).containsExactly("2", "4");
        assertThat(global.getString("B(1)")).isEqualTo("4");
        assertThat(global.getString("B(-1)")).isNull();
        assertThat(global.getMaxIndex("B")).isEqualTo(1);
        assertThat(global.containsKey("B.X")).isFalse();
        assertThat(configuration.getString("B.X")).isEqualTo("5");
        assertThat(global.getKeys()).toIterable().containsExactly("B", "A");
    }

    @Test
    void an_expression_engine_sees_no_section_among_the_keys_before_the_first_section() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.read(new StringReader("B = 2\nA = 3\nB = 4\n[B]\nX = 5\n"));
        SubnodeConfiguration global = configuration.getSection(null);
        List<NodeHandler<?>> handlers = new ArrayList<>();
        global.setExpressionEngine(new DefaultExpressionEngine(DefaultExpressionEngineSymbols.DEFAULT_SYMBOLS) {
            @Override
            public <T> List<QueryResult<T>> query(T root, String key, NodeHandler<T> handler) {
                handlers.add(handler);
                assertThat(handler.getChildren(root)).hasSize(3);
                assertThat(handler.getChildren(root, "B")).hasSize(2);
                assertThat(handler.getChildrenCount(root, null)).isEqualTo(3);
                assertThat(handler.getChildrenCount(root, "B")).isEqualTo(2);
                assertThat(handler.getMatchingChildrenCount(root, NodeNameMatchers.EQUALS, "B"))
                        .isEqualTo(2);
                for (int i = 0; i < 3; i++) {
                    assertThat(handler.indexOfChild(root, handler.getChild(root, i)))
                            .isEqualTo(i);
                }
                return super.query(root, key, handler);
            }
        });

        assertThat(global.getList("B")).containsExactly("2", "4");
        assertThat(handlers).isNotEmpty();
    }

    /** Counts the locks that are taken and released. */
    private static final class Locks implements Synchronizer {
        private int reads;
        private int writes;
        private int begun;

        @Override
        public void beginRead() {
            reads++;
            begun++;
        }

        @Override
        public void endRead() {
            reads--;
        }

        @Override
        public void beginWrite() {
            writes++;
            begun++;
        }

        @Override
        public void endWrite() {
            writes--;
        }
    }

    /** A call of a configuration. */
    interface Call {
        void of(IniDocumentConfiguration configuration) throws Exception;
    }

    static Stream<Call> locked() {
        return Stream.of(
                configuration -> configuration.read(new StringReader("A = 1\n")),
                configuration -> configuration.read(new ByteArrayInputStream(new byte[0])),
                IniDocumentConfiguration::document,
                configuration -> configuration.write(new StringWriter()),
                IniDocumentConfiguration::getSections,
                configuration -> configuration.getSection(null).getString("A"));
    }

    @ParameterizedTest
    @MethodSource("locked")
    void each_call_takes_a_lock_and_releases_it(Call call) throws Exception {
        Locks locks = new Locks();
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.setSynchronizer(locks);

        call.of(configuration);

        assertThat(locks.begun).isPositive();
        assertThat(locks.reads).isZero();
        assertThat(locks.writes).isZero();
    }

    /** An expression engine that is not the default one, although it reads the same keys. */
    private static final class OtherEngine implements ExpressionEngine {
        private final ExpressionEngine keys = DefaultExpressionEngine.INSTANCE;

        @Override
        public <T> List<QueryResult<T>> query(T root, String key, NodeHandler<T> handler) {
            return keys.query(root, key, handler);
        }

        @Override
        public <T> String nodeKey(T node, String parentKey, NodeHandler<T> handler) {
            return keys.nodeKey(node, parentKey, handler);
        }

        @Override
        public String attributeKey(String parentKey, String attributeName) {
            return keys.attributeKey(parentKey, attributeName);
        }

        @Override
        public <T> String canonicalKey(T node, String parentKey, NodeHandler<T> handler) {
            return keys.canonicalKey(node, parentKey, handler);
        }

        @Override
        public <T> NodeAddData<T> prepareAdd(T root, String key, NodeHandler<T> handler) {
            return keys.prepareAdd(root, key, handler);
        }
    }

    @Test
    void the_first_of_several_sections_is_found_with_any_expression_engine() throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.read(new StringReader("a = 1\n[a]\nk = 2\n[a]\nk = 3\n[b]\nk = 4\n"));
        configuration.setExpressionEngine(new OtherEngine());

        assertThat(configuration.getSection("b").getInt("k")).isEqualTo(4);
        assertThat(configuration.getSection("a").getInt("k")).isEqualTo(2);
        assertThat(configuration.getSection("c").isEmpty()).isTrue();
    }
}
