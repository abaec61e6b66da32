package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.Fixtures.Entry;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {
    private static final String ODD = " aZ09._-~$'\"*?%&;|<>(){}[]#@!,+=:\\中é😀";
    private static final String WINDOWS = " aZ09_-~$'%&;(){}[]#@!,+=中é😀";

    @Property(tries = 150)
    void what_is_written_is_read_again(@ForAll("trees") ClusterFiles files) throws IOException {
        try (FileSystem fileSystem = Fixtures.linux()) {
            writeAndRead(files, fileSystem.getPath("/out/cluster"));
        }
    }

    @Property(tries = 150)
    void on_windows_too(@ForAll("windowsTrees") ClusterFiles files) throws IOException {
        try (FileSystem fileSystem = Fixtures.windows()) {
            writeAndRead(files, fileSystem.getPath("C:\\out"));
        }
    }

    private static void writeAndRead(ClusterFiles files, Path target) {
        assertThat(ClusterDirectory.write(files, target)).isEmpty();
        Read<ClusterFiles> read = ClusterDirectory.read(target);
        assertThat(read.value()).isEqualTo(files);
        assertThat(read.findings()).isEmpty();
    }

    @Property(tries = 150)
    void archives_give_what_the_directory_gives_in_whatever_order(
            @ForAll("clutteredTrees") Set<String> paths, @ForAll Random random) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Read<ClusterFiles> directory;
        try (FileSystem fileSystem = Fixtures.linux()) {
            Path root = Files.createDirectories(fileSystem.getPath("/archive"));
            for (String path : paths) {
                Fixtures.put(root, path);
                entries.add(Entry.file(path));
            }
            directory = ClusterDirectory.read(root);
        }
        Collections.shuffle(entries, random);

        Read<ClusterFiles> zip = Fixtures.readZip(Fixtures.zip(entries), ReadLimits.defaults());
        Read<ClusterFiles> tar = Fixtures.readTar(Fixtures.tar(entries), ReadLimits.defaults());
        Read<ClusterFiles> tarGz = Fixtures.readTar(Fixtures.gzip(Fixtures.tar(entries)), ReadLimits.defaults());

        assertThat(List.of(zip.value(), tar.value(), tarGz.value())).containsOnly(directory.value());
        assertThat(found(zip.findings())).isEqualTo(found(directory.findings()));
        assertThat(found(tar.findings())).isEqualTo(found(directory.findings()));
        assertThat(found(tarGz.findings())).isEqualTo(found(directory.findings()));
        assertThat(zip.value().ids()).allMatch(id -> zip.value().mode(id).orElseThrow() == 0644);
        assertThat(tar.value().ids()).allMatch(id -> tar.value().mode(id).orElseThrow() == 0644);
    }

    @Provide
    Arbitrary<ClusterFiles> trees() {
        return files(Arbitraries.oneOf(names(ODD), Arbitraries.of("10.0.2.101", "fe80::1%ens01", "a::1")), names(ODD));
    }

    @Provide
    Arbitrary<ClusterFiles> windowsTrees() {
        return files(
                Arbitraries.of("10.0.2.101", "db-1", "中"),
                names(WINDOWS).map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> !name.endsWith(" ")));
    }

    @Provide
    Arbitrary<Set<String>> clutteredTrees() {
        Arbitrary<String> name = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, names(ODD.replace("\\", ""))),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(".DS_Store", ".git", "._x", ".bashrc", "D:", "D_")));
        Arbitrary<String> path = Combinators.combine(
                        Arbitraries.of("10.0.2.101", "fe80::1%ens01", ".git", "__MACOSX"),
                        name.list().ofMinSize(0).ofMaxSize(4))
                .as((host, below) -> below.isEmpty() ? host + ".txt" : host + "/" + String.join("/", below));
        // Another test covers a file that is given under two names.
        return path.set()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(RoundTripTest::withoutCollisions)
                .filter(paths -> paths.stream()
                                .map(each -> each.replace("/D:", "/D_"))
                                .distinct()
                                .count()
                        == paths.size());
    }

    private static Arbitrary<String> names(String characters) {
        List<String> each =
                characters.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
        return Arbitraries.oneOf(
                        Arbitraries.of("home", "data", "dm.ini", "DM.INI"),
                        Arbitraries.of(each).list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts)))
                .filter(name -> Names.isPlain(name) && !Names.isClutter(name));
    }

    private static Arbitrary<ClusterFiles> files(Arbitrary<String> hosts, Arbitrary<String> names) {
        Arbitrary<String> path = Combinators.combine(
                        Arbitraries.of("/", "/", "/", "D:/"),
                        names.list().ofMinSize(1).ofMaxSize(5))
                .as((start, below) -> start + String.join("/", below));
        Arbitrary<FileId> id = Combinators.combine(hosts, path)
                .as(FileId::new)
                .filter(file -> Layout.toRelative(file).isPresent());
        return Arbitraries.maps(id, Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(RoundTripTest::possible);
    }

    /**
     * Returns the files without those whose path is a directory of another file, or differs from another path in letter
     * case only.
     */
    private static ClusterFiles possible(Map<FileId, byte[]> files) {
        Map<String, FileId> byPath = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        files.keySet().forEach(id -> byPath.put(Layout.toRelative(id).orElseThrow(), id));
        Map<FileId, byte[]> possible = new TreeMap<>();
        for (String path : withoutCollisions(byPath.keySet())) {
            FileId id = byPath.get(path);
            if (id != null) {
                possible.put(id, files.get(id));
            }
        }
        return ClusterFiles.of(possible);
    }

    private static Set<String> withoutCollisions(Set<String> paths) {
        return paths.stream()
                .filter(path -> paths.stream()
                        .noneMatch(other -> other.regionMatches(true, 0, path + "/", 0, path.length() + 1)))
                .collect(Collectors.toSet());
    }
}
