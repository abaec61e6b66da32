package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the order of the operations, which protects the data at a power failure. A test cannot cause a power failure.
 */
class WriteOrderTest {
    @Test
    void everything_is_on_the_disk_before_the_rename_and_the_rename_before_the_return(@TempDir Path directory) {
        List<String> calls = new ArrayList<>();
        FileOperations recording = (FileOperations) Proxy.newProxyInstance(
                FileOperations.class.getClassLoader(),
                new Class<?>[] {FileOperations.class},
                (proxy, method, given) -> {
                    calls.add(method.getName() + " "
                            + directory.relativize((Path) given[0]).toString().replaceAll("\\.out\\.[^/]+", "TEMP"));
                    try {
                        return method.invoke(FileOperations.REAL, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });

        assertThat(ClusterDirectory.write(
                        ClusterFiles.of(Map.of(Fixtures.INI, Fixtures.BYTES)), directory.resolve("x/out"), recording))
                .isEmpty();

        assertThat(calls)
                .containsExactly(
                        "createDirectory x",
                        "sync ",
                        "createDirectory x/TEMP",
                        "createDirectory x/TEMP/10.0.2.101",
                        "createDirectory x/TEMP/10.0.2.101/home",
                        "createDirectory x/TEMP/10.0.2.101/home/data",
                        "createFile x/TEMP/10.0.2.101/home/data/dm.ini",
                        "sync x/TEMP/10.0.2.101/home/data",
                        "sync x/TEMP/10.0.2.101/home",
                        "sync x/TEMP/10.0.2.101",
                        "sync x/TEMP",
                        "move x/TEMP",
                        "sync x");
        assertThat(Files.exists(directory.resolve("x/out/10.0.2.101/home/data/dm.ini")))
                .isTrue();
    }
}
