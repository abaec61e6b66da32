package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Tool;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A capture of what a tool printed.
 *
 * @param tool the tool
 * @param file the capture
 */
record Shown(Tool tool, Path file) {
    /** Reads {@code <tool>=<file>}. */
    static final class Converter implements ITypeConverter<Shown> {
        @Override
        public Shown convert(String text) {
            int equals = text.indexOf('=');
            if (equals == -1) {
                throw new TypeConversionException(text + ": <tool>=<file>");
            }
            String name = text.substring(0, equals);
            for (Tool tool : Tool.values()) {
                if (tool.program().equals(name)) {
                    return new Shown(tool, Path.of(text.substring(equals + 1)));
                }
            }
            throw new TypeConversionException(name + ": no such tool");
        }
    }
}
