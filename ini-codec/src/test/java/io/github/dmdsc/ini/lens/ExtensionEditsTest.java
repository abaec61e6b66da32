package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seqno;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the exact text of each kind of file after an extension. */
class ExtensionEditsTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/home/data/x.ini");

    private static IniDocument parse(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(IniDocument document) {
        return new String(document.toBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Returns a DCR configuration with one more endpoint in each group, whose seqno and port are one higher than the
     * last.
     */
    private static String extended(String dcr) {
        IniDocument document = parse(dcr);
        DmdcrCfg old = Lenses.DMDCR_CFG.get(document, FILE).value();
        List<DcrGroup> groups = new ArrayList<>();
        for (DcrGroup group : old.groups()) {
            List<DcrEndpoint> endpoints = new ArrayList<>(group.endpoints());
            DcrEndpoint last = endpoints.get(endpoints.size() - 1);
            int count = endpoints.size() + 1;
            endpoints.add(DcrEndpoint.builder()
                    .from(last)
                    .name(last.name().orElseThrow().replaceFirst("\\d+$", Integer.toString(count - 1)))
                    .seqno(last.seqno().map(seqno -> Seqno.of(seqno.number() + 1)))
                    .port(last.port().map(port -> Port.of(port.number() + 1)))
                    .build());
            groups.add(DcrGroup.builder()
                    .from(group)
                    .endpoints(endpoints)
                    .endpointCount(count)
                    .endpointNumbers(group.endpointNumbers().map(any -> EndpointArray.upTo(count)))
                    .build());
        }
        DmdcrCfg changed = DmdcrCfg.builder().from(old).groups(groups).build();
        return text(Lenses.DMDCR_CFG.put(changed, document));
    }

    @Test
    void an_endpoint_follows_the_last_one_of_its_group_where_endpoints_stand_behind_their_group() {
        assertThat(extended("""
                DCR_N_GRP = 2
                DCR_OGUID = 63635

                [GRP]
                 DCR_GRP_TYPE = CSS
                 DCR_GRP_NAME = GRP_CSS
                 DCR_GRP_N_EP = 2  # 节点数
                [GRP_CSS]
                 DCR_EP_NAME = CSS0   # 第一个
                 DCR_EP_PORT = 9341
                [GRP_CSS]
                 DCR_EP_NAME = CSS1
                 DCR_EP_PORT = 9343   # 第二个
                # the instances
                [GRP]
                 DCR_GRP_TYPE = DB
                 DCR_GRP_NAME = GRP_DSC
                 DCR_GRP_N_EP = 1
                 DCR_GRP_EP_ARR = {0}
                [GRP_DSC]
                 DCR_EP_NAME =DSC0
                 dcr_ep_seqno= 0
                """)).isEqualTo("""
                DCR_N_GRP = 2
                DCR_OGUID = 63635

                [GRP]
                 DCR_GRP_TYPE = CSS
                 DCR_GRP_NAME = GRP_CSS
                 DCR_GRP_N_EP = 3  # 节点数
                [GRP_CSS]
                 DCR_EP_NAME = CSS0   # 第一个
                 DCR_EP_PORT = 9341
                [GRP_CSS]
                 DCR_EP_NAME = CSS1
                 DCR_EP_PORT = 9343   # 第二个
                [GRP_CSS]
                 DCR_EP_NAME = CSS2
                 DCR_EP_PORT = 9344
                # the instances
                [GRP]
                 DCR_GRP_TYPE = DB
                 DCR_GRP_NAME = GRP_DSC
                 DCR_GRP_N_EP = 2
                 DCR_GRP_EP_ARR = {0,1}
                [GRP_DSC]
                 DCR_EP_NAME =DSC0
                 dcr_ep_seqno= 0
                [GRP_DSC]
                 DCR_EP_NAME =DSC1
                 dcr_ep_seqno= 1
                """);
    }

    @Test
    void an_endpoint_follows_the_last_one_of_its_group_where_all_groups_stand_first() {
        assertThat(extended("""
                [GRP]
                DCR_GRP_TYPE=CSS
                DCR_GRP_NAME=GRP_CSS
                DCR_GRP_N_EP=1

                [GRP]
                DCR_GRP_TYPE=DB
                DCR_GRP_NAME=GRP_DSC
                DCR_GRP_N_EP=1

                [GRP_CSS]
                DCR_EP_NAME=CSS0
                DCR_EP_PORT=9341

                [GRP_DSC]
                DCR_EP_NAME=DSC0
                DCR_EP_SEQNO=0""")).isEqualTo("""
                [GRP]
                DCR_GRP_TYPE=CSS
                DCR_GRP_NAME=GRP_CSS
                DCR_GRP_N_EP=2

                [GRP]
                DCR_GRP_TYPE=DB
                DCR_GRP_NAME=GRP_DSC
                DCR_GRP_N_EP=2

                [GRP_CSS]
                DCR_EP_NAME=CSS0
                DCR_EP_PORT=9341

                [GRP_CSS]
                DCR_EP_NAME=CSS1
                DCR_EP_PORT=9342

                [GRP_DSC]
                DCR_EP_NAME=DSC0
                DCR_EP_SEQNO=0

                [GRP_DSC]
                DCR_EP_NAME=DSC1
                DCR_EP_SEQNO=1""");
    }

    @Test
    void a_mal_instance_follows_the_last_one_in_its_style() {
        IniDocument document = parse("""
                mal_check_interval = 5
                [mal_inst0]
                	mal_inst_name	= DSC0
                	mal_port	= 9340
                [mal_inst1]
                	mal_inst_name	= DSC1
                	mal_port	= 9341	# 端口
                # end
                """);
        MalConfig old = Lenses.MAL.get(document, FILE).value();
        MalConfig changed = MalConfig.builder()
                .from(old)
                .addInstances(MalInstance.builder()
                        .section("mal_inst2")
                        .port(Port.of(9342))
                        .name("DSC2")
                        .build())
                .build();

        assertThat(text(Lenses.MAL.put(changed, document))).isEqualTo("""
                mal_check_interval = 5
                [mal_inst0]
                	mal_inst_name	= DSC0
                	mal_port	= 9340
                [mal_inst1]
                	mal_inst_name	= DSC1
                	mal_port	= 9341	# 端口
                [mal_inst2]
                	mal_inst_name	= DSC2
                	mal_port	= 9342
                # end
                """);
    }

    @Test
    void the_address_of_a_css_follows_the_last_one_in_its_style() {
        IniDocument document = parse("""
                CSSM_OGUID = 63635
                cssm_css_ip  = 10.0.2.101:9341
                cssm_css_ip  = 10.0.2.102:9343  # 第二个
                CSSM_LOG_PATH = /home/data/cssm
                """);
        Dmcssm old = Lenses.DMCSSM.get(document, FILE).value();
        Dmcssm changed = Dmcssm.builder()
                .from(old)
                .addCssAddresses(CssAddress.parse("[fe80::1%3]:9500"))
                .build();

        assertThat(text(Lenses.DMCSSM.put(changed, document))).isEqualTo("""
                CSSM_OGUID = 63635
                cssm_css_ip  = 10.0.2.101:9341
                cssm_css_ip  = 10.0.2.102:9343  # 第二个
                cssm_css_ip  = [fe80::1%3]:9500
                CSSM_LOG_PATH = /home/data/cssm
                """);
    }

    @Test
    void a_first_endpoint_follows_its_group() {
        IniDocument document = parse("""
                [GRP]
                DCR_GRP_NAME = GRP_CSS
                [GRP]
                DCR_GRP_NAME = GRP_ASM
                """);
        DmdcrCfg old = Lenses.DMDCR_CFG.get(document, FILE).value();
        DmdcrCfg changed = DmdcrCfg.builder()
                .addGroups(DcrGroup.builder()
                        .from(old.groups().get(0))
                        .addEndpoints(DcrEndpoint.builder().name("CSS0").build())
                        .build())
                .addGroups(old.groups().get(1))
                .build();

        assertThat(text(Lenses.DMDCR_CFG.put(changed, document))).isEqualTo("""
                [GRP]
                DCR_GRP_NAME = GRP_CSS
                [GRP_CSS]
                DCR_EP_NAME = CSS0
                [GRP]
                DCR_GRP_NAME = GRP_ASM
                """);
    }

    @Test
    void an_unchanged_value_is_left_as_it_is_written() {
        String text =
                "DCR_GRP_TYPE = nobody\ndcr_oguid = 0063635\n[grp]\nDCR_GRP_TYPE = db\nDCR_GRP_EP_ARR = { 0, 1 }\n";
        IniDocument document = parse(text);
        DmdcrCfg value = Lenses.DMDCR_CFG.get(document, FILE).value();
        DmdcrCfg changed = DmdcrCfg.builder()
                .from(value)
                .voteDiskPath(LocalPath.of("/dev/raw/raw2"))
                .build();

        assertThat(text(Lenses.DMDCR_CFG.put(changed, document)))
                .isEqualTo(text.replace("63635\n", "63635\nDCR_VTD_PATH = /dev/raw/raw2\n"));
    }
}
