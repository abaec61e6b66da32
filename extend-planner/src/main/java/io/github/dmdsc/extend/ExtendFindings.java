package io.github.dmdsc.extend;

import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.Text;
import java.util.Map;

/** The findings of the planner, EXT-0101 and on. */
final class ExtendFindings {
    static final String CHAPTER = "DM8 DMDSC, chapter 14";
    private static final Messages MESSAGES = Messages.beside(ExtendFindings.class);

    private ExtendFindings() {}

    static Diagnostic alreadyNode(
            String host, ClusterNode node, Location where, String family, String has, String asked) {
        return error("EXT-0101")
                .at(where)
                .against(Location.outside(Options.flag(family)))
                .with("host", host)
                .with("file", node.dmdcr().file())
                .with("family", family)
                .with("has", has)
                .with("asked", asked)
                .build();
    }

    static Diagnostic alreadyExtended(String host, ClusterNode node, Location where) {
        return finding("EXT-0102", Severity.INFO)
                .at(where)
                .with("host", host)
                .with("file", node.dmdcr().file())
                .build();
    }

    static Diagnostic notAllowed(String family, String key, String value, String allowed) {
        return error("EXT-0103")
                .at(Location.outside(Options.flag(family)))
                .with("key", key)
                .with("value", value)
                .with("allowed", allowed)
                .with("option", Options.flag(family))
                .build();
    }

    static Diagnostic noAsmGroup(Location dcr) {
        return error("EXT-0104").at(dcr).manual(CHAPTER).build();
    }

    static Diagnostic notForTools(Location where, String what, String value, String why) {
        return notForTools(where, what, value, new Text(why, why));
    }

    private static Diagnostic notForTools(Location where, String what, String value, Text why) {
        return error("EXT-0105")
                .at(where)
                .with("what", what)
                .with("value", value)
                .with("why", why.en())
                .with("whyZh", why.zh())
                .build();
    }

    static Diagnostic notForTools(Location where, String what, String value, EditProblem problem) {
        Text why = MESSAGES.text("why." + problem.kind(), Map.of("position", problem.position()));
        return notForTools(where, what, value, why);
    }

    static Diagnostic unequalGroups(DcrGroup group, int has, int nodes) {
        return error("EXT-0106")
                .at(group.origin().self())
                .with("group", group.name().orElse("?"))
                .with("has", has)
                .with("nodes", nodes)
                .build();
    }

    static Diagnostic remoteArchives(Location where) {
        return error("EXT-0107").at(where).build();
    }

    static Diagnostic tooMany(Location where, int max) {
        return error("EXT-0108").at(where).with("max", max).manual(CHAPTER).build();
    }

    static Diagnostic occupied(FileId file) {
        return error("EXT-0109").at(Location.of(file)).with("file", file).build();
    }

    static Diagnostic logFiles(String given, int count) {
        return error("EXT-0110")
                .at(Location.outside(Options.flag(Options.LOG_FILES)))
                .with("given", given)
                .with("count", count)
                .manual(CHAPTER + ", step 2")
                .build();
    }

    static Diagnostic noSuchValue(String family, boolean byName) {
        return finding(byName ? "EXT-0111" : "EXT-0202", byName ? Severity.ERROR : Severity.WARNING)
                .at(Location.outside(byName ? "--value " + family : Options.flag(family)))
                .with("family", family)
                .build();
    }

    static Diagnostic notRehearsed(Location where, Certificate.Failure failure) {
        return error("EXT-0112")
                .at(where)
                .with("step", failure.step())
                .with("rule", failure.rule().id())
                .with("reason", failure.why().text().en())
                .with("reasonZh", failure.why().text().zh())
                .manual(CHAPTER)
                .build();
    }

    static Diagnostic noAddress(String option, String given) {
        return error("EXT-0113")
                .at(Location.outside(option))
                .with("option", option)
                .with("given", given)
                .build();
    }

    static Diagnostic dmIniElsewhere(FileId dmIni, Location where, String configPath) {
        return error("EXT-0114")
                .at(where)
                .with("file", dmIni)
                .with("path", configPath)
                .manual(CHAPTER + ", step 3")
                .build();
    }

    static Diagnostic nobodyThere(String host) {
        return finding("EXT-0203", Severity.WARNING)
                .at(Location.outside("--same-machine"))
                .with("host", host)
                .build();
    }

    static Diagnostic mirror(Location where) {
        return finding("EXT-0201", Severity.WARNING).at(where).manual(CHAPTER).build();
    }

    private static Finding error(String id) {
        return finding(id, Severity.ERROR);
    }

    private static Finding finding(String id, Severity severity) {
        return Diagnostic.finding(MESSAGES, id, severity);
    }
}
