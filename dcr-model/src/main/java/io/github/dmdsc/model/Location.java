package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A place: a line or column in a file, a whole file, or a thing outside files, such as an attribute of the request.
 *
 * @param host the host of the file; empty for a thing outside files
 * @param path the absolute path on that host, or the name of the thing
 * @param line the line, from 1; 0 for a whole file or a thing outside files
 * @param column the column, from 1, in characters; 0 for a whole line, a whole file or a thing outside files
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Location(String host, String path, int line, int column) {
    public Location {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(path, "path");
    }

    /** Returns a place in a file. */
    public static Location of(FileId file, int line, int column) {
        return new Location(file.host(), file.path(), line, column);
    }

    /** Returns the place of a whole file. */
    public static Location of(FileId file) {
        return of(file, 0, 0);
    }

    /** Returns the place of a thing outside files, for example an attribute of a request. */
    public static Location outside(String name) {
        return new Location("", name, 0, 0);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(host);
        if (!host.isEmpty()) {
            text.append(':');
        }
        text.append(path);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        return text.toString();
    }
}
