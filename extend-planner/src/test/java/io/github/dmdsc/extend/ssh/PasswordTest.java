package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.plan.ToolCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    private static final ToolCommand.Sql SQL = new ToolCommand.Sql(
            Optional.of("/opt/dmdbms/bin"),
            List.of("./disql", "/nolog"),
            "SYSDBA/" + ToolCommand.Sql.PASSWORD + "@localhost:5236",
            "select 1;");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "SYSDBA001 | SYSDBA001",
                "a/b@c:d#e | \"a/b@c:d#e\"",
                "a\"b'c d$ | \"a\"\"b'c d$\"",
                "${DMDSC_SYSDBA_PASSWORD} | \"${DMDSC_SYSDBA_PASSWORD}\"",
            },
            delimiter = '|')
    void the_sql_shell_gets_the_password_but_output_hides_it(String typed, String read) {
        Password password = new Password(typed);

        String input = new String(password.input(SQL), StandardCharsets.UTF_8);

        assertThat(input.lines()).containsExactly("conn SYSDBA/" + read + "@localhost:5236", "select 1;", "exit");
        assertThat(password.hide("SQL> " + input)).contains("SYSDBA/***@").doesNotContain(typed);
        assertThat(password.toString()).doesNotContain(typed);
        assertThat(ShellCommand.of(SQL).orElseThrow().command())
                .isEqualTo("cd -- /opt/dmdbms/bin && ./disql /nolog 2>&1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\rb", "a\tb", "a\0b", "a\u007fb", "口令", "a&b"})
    void a_password_that_the_sql_shell_may_misread_is_refused(String typed) {
        assertThat(Password.isSupported(typed)).isFalse();
        assertThatThrownBy(() -> new Password(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
