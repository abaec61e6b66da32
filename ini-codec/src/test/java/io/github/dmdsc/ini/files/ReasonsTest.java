package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void the_common_reasons_are_the_same_in_every_locale() {
        assertThat(Reasons.of(new AccessDeniedException("/a"))).isEqualTo("access denied");
        assertThat(Reasons.of(new NoSuchFileException("/a"))).isEqualTo("no such file or directory");
        assertThat(Reasons.of(new FileAlreadyExistsException("/a"))).isEqualTo("it exists");
    }

    @Test
    void a_reason_of_ours_is_said_in_both_languages() {
        for (IOException failure : List.of(
                new AccessDeniedException("/a"), new NoSuchFileException("/a"), new FileAlreadyExistsException("/a"))) {
            for (FileRule rule : List.of(
                    FileRule.UNREADABLE,
                    FileRule.ARCHIVE_CORRUPT,
                    FileRule.WRITE_FAILED,
                    FileRule.LEFT_BEHIND,
                    FileRule.NOT_SYNCED)) {
                assertSaid(Reasons.explain(rule.at(Location.outside("/a")), failure)
                        .build());
            }
        }
        for (String variant : List.of("cut", "header", "checksum")) {
            assertSaid(Reasons.explain(
                            FileRule.ARCHIVE_CORRUPT.at(Location.outside("/a")),
                            new DamagedArchive(variant, "something is wrong"))
                    .build());
        }
    }

    private static void assertSaid(Finding finding) {
        String reason = (String) finding.parameters().get("reason");
        assertThat(reason).isNotBlank();
        assertThat(finding.message().zh()).doesNotContain(reason).doesNotContainPattern("[a-z]{2}");
    }

    @Test
    void otherwise_the_systems_words_or_at_least_the_kind_of_failure_are_given() {
        assertThat(Reasons.of(new FileSystemException("/a", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Reasons.of(new IOException("stale\nhandle"))).isEqualTo("stale\nhandle");
        assertThat(Reasons.of(new EOFException())).isEqualTo("EOFException");
        assertThat(Reasons.explain(FileRule.UNREADABLE.at(Location.outside("/a")), new IOException("stale\nhandle"))
                        .build()
                        .message()
                        .en())
                .isEqualTo("/a cannot be read: stale\\u000ahandle.");
    }
}
