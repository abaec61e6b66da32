package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void theCommonReasonsAreTheSameInEveryLocale() {
        assertThat(Reasons.of(new AccessDeniedException("/a"))).isEqualTo("access denied");
        assertThat(Reasons.of(new NoSuchFileException("/a"))).isEqualTo("no such file or directory");
        assertThat(Reasons.of(new FileAlreadyExistsException("/a"))).isEqualTo("it exists");
    }

    @Test
    void otherwiseTheSystemsWordsOrAtLeastTheKindOfFailureAreGiven() {
        assertThat(Reasons.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Reasons.of(new IOException("stale\nhandle"))).isEqualTo("stale\\u000ahandle");
        assertThat(Reasons.of(new EOFException())).isEqualTo("EOFException");
    }
}
