package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.asmMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.monitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that no rule reports a parameter that cannot be read, because the reader of the file has reported it. */
class UnreadableParametersTest {
    static Stream<ClusterLayout> layouts() {
        return Stream.of(
                ClusterLayout.builder()
                        .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                        .asmRestart(ClusterLayout.Restart.COMMAND)
                        .dbRestart(ClusterLayout.Restart.COMMAND)
                        .checkPorts(true)
                        .build(),
                ClusterLayout.builder()
                        .nodes(3)
                        .edition(StorageEdition.MIRROR)
                        .archives(ClusterLayout.Archives.LOCAL)
                        .monitors(2)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void a_parameter_that_cannot_be_read_is_not_reported_again(ClusterLayout layout) {
        Map<String, List<String>> reported = new LinkedHashMap<>();
        unreadable(layout.cluster()).forEach((place, cluster) -> {
            List<String> ids = StandardRules.book().check(cluster, ManualLimits.OLDER).stream()
                    .filter(finding -> !known(layout.cluster()).contains(finding.ruleId()))
                    .map(Finding::ruleId)
                    .toList();
            if (!ids.isEmpty()) {
                reported.put(place, ids);
            }
        });

        assertThat(reported).isEmpty();
    }

    private static List<String> known(Cluster sound) {
        return StandardRules.book().check(sound, ManualLimits.OLDER).stream()
                .map(Finding::ruleId)
                .toList();
    }

    /** Returns clusters in which one parameter cannot be read, by the place of the parameter. */
    private static Map<String, Cluster> unreadable(Cluster cluster) {
        Map<String, Cluster> all = new LinkedHashMap<>();
        DmdcrCfg dcr = cluster.dcr().value();
        each(DmdcrCfg.class, dcr, (old, bare) -> bare.withGroups(old.groups()))
                .forEach((key, edit) -> all.put("DCR " + key, dcr(cluster, edit)));
        for (int i = 0; i < dcr.groups().size(); i++) {
            int group = i;
            each(DcrGroup.class, dcr.groups().get(i), (old, bare) -> bare.withEndpoints(old.endpoints()))
                    .forEach((key, edit) -> all.put(
                            "group " + group + " " + key,
                            dcr(cluster, of -> of.withGroups(replaced(of.groups(), group, edit)))));
        }
        for (GroupType type : GroupType.values()) {
            List<DcrEndpoint> endpoints = dcr.group(type).orElseThrow().endpoints();
            for (int i = 0; i < endpoints.size(); i++) {
                int position = i;
                each(DcrEndpoint.class, endpoints.get(i), (old, bare) -> bare)
                        .forEach((key, edit) ->
                                all.put(type + " " + position + " " + key, endpoint(cluster, type, position, edit)));
            }
        }
        for (int i = 0; i < cluster.nodes().size(); i++) {
            node(cluster, i, all);
        }
        for (int i = 0; i < cluster.monitors().size(); i++) {
            int position = i;
            each(Dmcssm.class, cluster.monitors().get(i).value(), (old, bare) -> bare)
                    .forEach((key, edit) ->
                            all.put("monitor " + position + " " + key, monitor(cluster, position, edit)));
        }
        return all;
    }

    private static void node(Cluster cluster, int i, Map<String, Cluster> all) {
        each(Dmdcr.class, cluster.nodes().get(i).dmdcr().value(), (old, bare) -> bare)
                .forEach((key, edit) -> all.put("dmdcr " + i + " " + key, dmdcr(cluster, i, edit)));
        cluster.nodes()
                .get(i)
                .dmIni()
                .ifPresent(file -> each(DmIni.class, file.value(), (old, bare) -> bare)
                        .forEach((key, edit) -> all.put("dm.ini " + i + " " + key, dmIni(cluster, i, edit))));
        cluster.nodes().get(i).dmArch().map(file -> file.value()).ifPresent(arch -> {
            each(DmArch.class, arch, (old, bare) -> bare.withArchives(old.archives()))
                    .forEach((key, edit) -> all.put("dmarch " + i + " " + key, dmArch(cluster, i, edit)));
            for (int k = 0; k < arch.archives().size(); k++) {
                int section = k;
                each(DmArchive.class, arch.archives().get(k), (old, bare) -> bare)
                        .forEach((key, edit) -> all.put(
                                "dmarch " + i + " " + section + " " + key,
                                dmArch(cluster, i, of -> of.withArchives(replaced(of.archives(), section, edit)))));
            }
        });
        cluster.nodes()
                .get(i)
                .dbMal()
                .ifPresent(file -> mal(file.value())
                        .forEach((key, edit) -> all.put("dmmal " + i + " " + key, dbMal(cluster, i, edit))));
        cluster.nodes()
                .get(i)
                .asmMal()
                .ifPresent(file -> mal(file.value())
                        .forEach((key, edit) -> all.put("dmasvrmal " + i + " " + key, asmMal(cluster, i, edit))));
    }

    private static Map<String, UnaryOperator<MalConfig>> mal(MalConfig mal) {
        Map<String, UnaryOperator<MalConfig>> edits =
                new LinkedHashMap<>(each(MalConfig.class, mal, (old, bare) -> bare.withInstances(old.instances())));
        for (int k = 0; k < mal.instances().size(); k++) {
            int section = k;
            each(MalInstance.class, mal.instances().get(k), (old, bare) -> bare)
                    .forEach((key, edit) -> edits.put(
                            section + " " + key, of -> of.withInstances(replaced(of.instances(), section, edit))));
        }
        return edits;
    }

    /** Returns edits that make one parameter unreadable, by its key. */
    private static <T extends ParameterSet<T>> Map<String, UnaryOperator<T>> each(
            Class<T> model, T value, BinaryOperator<T> withSections) {
        Map<String, UnaryOperator<T>> edits = new LinkedHashMap<>();
        ParameterTable.of(model).parameters().stream()
                .filter(parameter -> !parameter.texts(value).isEmpty())
                .map(ParameterInfo::key)
                .forEach(key -> edits.put(key, old -> withSections.apply(old, without(model, old, key))));
        return edits;
    }

    private static <T extends ParameterSet<T>> T without(Class<T> model, T value, String key) {
        Map<String, List<String>> texts = new LinkedHashMap<>(ParameterTable.texts(value));
        texts.remove(key);
        Optional<String> section = Optional.empty();
        if (value instanceof MalInstance instance) {
            section = Optional.of(instance.section());
        } else if (value instanceof DmArchive archive) {
            section = Optional.of(archive.section());
        }
        return ParameterTable.of(model).parse(texts, section, new Unreadable(key));
    }

    private static <T> List<T> replaced(List<T> all, int position, UnaryOperator<T> edit) {
        List<T> changed = new ArrayList<>(all);
        changed.set(position, edit.apply(all.get(position)));
        return changed;
    }
}
