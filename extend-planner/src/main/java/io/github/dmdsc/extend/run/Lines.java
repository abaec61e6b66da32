package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Words;
import java.util.List;

/** The lines that a tool is told, without the call of its program. */
final class Lines implements Words.Visitor<List<String>> {
    @Override
    public List<String> argv(Words.Argv words) {
        return List.of();
    }

    @Override
    public List<String> toolScript(Words.ToolScript words) {
        return words.lines();
    }

    @Override
    public List<String> sql(Words.Sql words) {
        return List.of(words.statement());
    }

    @Override
    public List<String> console(Words.Console words) {
        return List.of();
    }
}
