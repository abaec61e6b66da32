package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.Unit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page of the parameters, with a subclass for each language. */
abstract class ParameterPage {
    private static final Map<FileKind, String> FILES = new EnumMap<>(Map.of(
            FileKind.DMDCR_CFG, "dmdcr_cfg.ini",
            FileKind.DMDCR, "dmdcr.ini",
            FileKind.MAL, "dmmal.ini, dmasvrmal.ini",
            FileKind.DM_INI, "dm.ini",
            FileKind.DMARCH, "dmarch.ini",
            FileKind.DMCSSM, "dmcssm.ini",
            FileKind.DMWATCHER, "dmwatcher.ini",
            FileKind.DMINIT, "dminit.ini"));

    abstract String introduction();

    abstract String heading();

    abstract String about(Class<?> model);

    abstract String meaning(ParameterInfo parameter);

    abstract String unit(Unit unit);

    abstract String range(String allowed);

    abstract String repeated();

    abstract String node();

    abstract String edition(StorageEdition edition);

    final String text() {
        StringBuilder page = new StringBuilder(introduction());
        FILES.forEach((file, name) -> {
            page.append("\n## ").append(name).append('\n');
            Map<Class<?>, List<ParameterInfo>> models = ParameterTable.all().stream()
                    .filter(parameter -> parameter.file() == file)
                    .collect(Collectors.groupingBy(ParameterInfo::model, LinkedHashMap::new, Collectors.toList()));
            models.forEach((model, parameters) -> page.append("\n`%s`%s\n\n%s|---|---|---|---|---|---|---|---|\n%s"
                    .formatted(
                            model.getSimpleName(),
                            about(model),
                            heading(),
                            parameters.stream()
                                    .sorted(Comparator.comparing(ParameterInfo::key))
                                    .map(this::row)
                                    .collect(Collectors.joining()))));
        });
        return page.toString();
    }

    private String row(ParameterInfo parameter) {
        Set<StorageEdition> editions = parameter.editions();
        boolean ranged = parameter.isNumber()
                || parameter.type().isEnum()
                || !parameter.longest().isEmpty();
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        parameter.key(),
                        parameter.type().getSimpleName() + (parameter.repeats() ? repeated() : ""),
                        parameter.unit() == Unit.NONE ? "" : unit(parameter.unit()),
                        ranged ? range(parameter.allowed()).replace("|", "\\|") : "",
                        editions.stream()
                                .sorted()
                                .map(edition -> parameter.byDefault(edition).orElse(""))
                                .distinct()
                                .collect(Collectors.joining(" – ")),
                        parameter.scope() == Scope.NODE ? node() : "",
                        editions.size() == 1 ? edition(editions.iterator().next()) : "",
                        meaning(parameter));
    }

    /** The page in English, with the texts of the Javadoc. */
    static final class English extends ParameterPage {
        @Override
        String introduction() {
            return "# Parameters\n\nThe parameters that dmdsc knows, made from the code. It keeps every other parameter of"
                    + " a file as it is (in Java: `other()`). A parameter marked *node* has a value of its own on each"
                    + " node. The others are the same on all nodes, apart from names, addresses and directories of the"
                    + " node in their values. If the default depends on the edition, the first"
                    + " value is for DMASM and the second for the mirror edition.\n";
        }

        @Override
        String heading() {
            return "| Key | Type | Unit | Range | Default | Of | Edition | Meaning |\n";
        }

        @Override
        String about(Class<?> model) {
            return ": " + ReferencePages.javadoc(model, "public interface " + model.getSimpleName());
        }

        @Override
        String meaning(ParameterInfo parameter) {
            return ReferencePages.javadoc(parameter.model(), " " + parameter.attribute() + "();");
        }

        @Override
        String unit(Unit unit) {
            return unit.name().toLowerCase(Locale.ROOT);
        }

        @Override
        String range(String allowed) {
            return allowed;
        }

        @Override
        String repeated() {
            return ", repeated";
        }

        @Override
        String node() {
            return "node";
        }

        @Override
        String edition(StorageEdition edition) {
            return edition == StorageEdition.DMASM ? "DMASM" : "mirror";
        }
    }

    /** The page in Chinese. */
    static final class Chinese extends ParameterPage {
        private final ChineseTexts texts;

        Chinese(ChineseTexts texts) {
            this.texts = texts;
        }

        @Override
        String introduction() {
            return "# 参数\n\ndmdsc 识别的参数，由代码生成。文件中的其他参数原样保留（Java 中为 `other()`）。标有“节点”的参数在每个节点上"
                    + "各有取值；其余参数除值中的本节点名称、地址和目录外，在各节点上须一致。缺省值因存储环境而异时，前者用于非镜像环境，后者用于镜像环境。\n";
        }

        @Override
        String heading() {
            return "| 参数 | 类型 | 单位 | 取值范围 | 缺省值 | 节点 | 存储环境 | 含义 |\n";
        }

        @Override
        String about(Class<?> model) {
            return "：" + texts.get(model.getSimpleName());
        }

        @Override
        String meaning(ParameterInfo parameter) {
            return texts.get(parameter.model().getSimpleName() + "." + parameter.key());
        }

        @Override
        String unit(Unit unit) {
            return switch (unit) {
                case KILOBYTES -> "KB";
                case MEGABYTES -> "MB";
                case MILLISECONDS -> "毫秒";
                case SECONDS -> "秒";
                case MINUTES -> "分钟";
                case NONE -> "";
            };
        }

        @Override
        String range(String allowed) {
            return allowed.replace("…", "~").replace("bytes", "字节").replace("characters", "字符");
        }

        @Override
        String repeated() {
            return "，可重复";
        }

        @Override
        String node() {
            return "节点";
        }

        @Override
        String edition(StorageEdition edition) {
            return edition == StorageEdition.DMASM ? "非镜像" : "镜像";
        }
    }
}
