package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.EditRefusedException;
import io.github.dmdsc.ini.files.FailingOperations.How;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IniFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = "# \u5fc3\u8df3\n[MAL_INST]\n  mal_port\t= 9340   # DSC0\n";

    @TempDir
    private Path work;

    private Path path;

    @BeforeEach
    void writeFile() throws IOException {
        path = Files.write(work.resolve("dmmal.ini"), TEXT.getBytes(GB18030));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }

    private String text() throws IOException {
        return Files.readString(path, GB18030);
    }

    @Test
    void an_edit_is_saved_and_every_other_byte_stays() throws IOException {
        IniFile first = IniFile.read(path);
        IniFile second = first.edit(e -> e.set("MAL_INST", "MAL_PORT", "9440"));
        IniFile third = second.edit(e -> e.set("MAL_INST", "MAL_HOST", "10.0.0.1"));

        assertThat(text()).isEqualTo(TEXT.replace("9340", "9440") + "  MAL_HOST\t= 10.0.0.1\n");
        assertThat(third.document()).isEqualTo(IniFile.read(path).document());
        assertThat(files()).containsExactly(path);
    }

    @Test
    void permissions_and_a_symbolic_link_stay() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-x--x"));
        Path link = Files.createSymbolicLink(work.resolve("link.ini"), path.getFileName());

        IniFile.read(link).edit(e -> e.set("MAL_INST", "MAL_PORT", "1"));

        assertThat(text()).isEqualTo(TEXT.replace("9340", "1"));
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-x--x");
    }

    @Test
    void what_somebody_else_wrote_meanwhile_is_not_lost() throws IOException {
        IniFile file = IniFile.read(path);
        Files.writeString(path, "X = 1\n");

        assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1")))
                .isInstanceOf(IniFile.ChangedException.class);
        assertThat(text()).isEqualTo("X = 1\n");
        Files.delete(path);
        assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1")))
                .isInstanceOf(IniFile.ChangedException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_change_that_changes_nothing_does_not_hide_what_somebody_else_wrote() throws IOException {
        IniFile file = IniFile.read(path);
        Files.writeString(path, "X = 1\n");

        assertThatThrownBy(() -> file.save(file.document())).isInstanceOf(IniFile.ChangedException.class);
    }

    @Test
    void what_somebody_else_writes_while_the_new_content_is_written_is_not_lost() throws IOException {
        IniFile file = new IniFile(
                new FailingOperations(Integer.MAX_VALUE, How.BEFORE) {
                    @Override
                    public void copyAttributes(Path from, Path to) throws IOException {
                        super.copyAttributes(from, to);
                        Files.writeString(path, "X = 1\n");
                    }
                },
                path,
                IniFile.read(path).document());

        assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1")))
                .isInstanceOf(IniFile.ChangedException.class);
        assertThat(text()).isEqualTo("X = 1\n");
        assertThat(files()).containsExactly(path);
    }

    @Test
    void a_file_is_read_in_a_given_charset_and_knows_its_path() throws IOException {
        IniFile file = IniFile.read(path, GB18030);

        assertThat(file.path()).isEqualTo(path);
        assertThat(file.document().charset()).isEqualTo(GB18030);
        assertThat(file.save(file.document()).document()).isEqualTo(file.document());
    }

    @Test
    void a_file_with_further_hard_links_is_refused() throws IOException {
        Path other = Files.createLink(work.resolve("other.ini"), path);
        IniFile file = IniFile.read(path);

        assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1")))
                .isInstanceOf(FileSystemException.class);
        assertThat(text()).isEqualTo(TEXT);
        assertThat(Files.isSameFile(path, other)).isTrue();
    }

    @Test
    void a_refused_edit_writes_nothing() throws IOException {
        IniFile file = IniFile.read(path);

        assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1 # 2")))
                .isInstanceOf(EditRefusedException.class);
        assertThat(text()).isEqualTo(TEXT);
    }

    /** The operations are: create the file, copy the attributes, rename the file, sync the directory. */
    @ParameterizedTest
    @EnumSource(names = "CRASH", mode = EnumSource.Mode.EXCLUDE)
    void the_file_is_the_old_one_or_the_new_one_whatever_fails(How how) throws IOException {
        for (int failing = 0; failing < 4; failing++) {
            writeFile();
            FailingOperations operations = new FailingOperations(failing, how);
            IniFile file = new IniFile(operations, path, IniFile.read(path).document());

            assertThatThrownBy(() -> file.edit(e -> e.set("MAL_INST", "MAL_PORT", "1")))
                    .isInstanceOf(IOException.class);
            boolean renamed = failing == 3 || (failing == 2 && how == How.AFTER);
            assertThat(text()).isEqualTo(renamed ? TEXT.replace("9340", "1") : TEXT);
            assertThat(files()).containsExactly(path);
        }
    }
}
