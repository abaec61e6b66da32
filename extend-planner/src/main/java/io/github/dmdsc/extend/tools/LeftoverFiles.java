package io.github.dmdsc.extend.tools;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.regex.Pattern;

/**
 * The files that a run leaves beside the files of a cluster. A replaced file has the name {@code <name>.before-<id>}; if
 * that name is in use, {@code <name>.before-<id>.2} and so on. A file that was sent and not put in place has the name
 * {@code <name>.new-<id>}. {@code <id>} is the first 8 digits of the plan's id.
 */
public final class LeftoverFiles {
    private static final String REPLACED = ".before-";
    private static final String SENT = ".new-";
    private static final Pattern NAME = Pattern.compile("\\.(?:before|new)-[0-9a-f]{8}(?:\\.\\d+)?(?:/|$)");

    private LeftoverFiles() {}

    /** Returns the name under which a replaced file is kept. */
    public static FileId replaced(ExtendPlan plan, FileId file) {
        return replaced(plan, file, 1);
    }

    /** Returns one of the names for a replaced file, for the case that the first name is in use. */
    public static FileId replaced(ExtendPlan plan, FileId file, int number) {
        FileId first = named(plan, file, REPLACED);
        return number == 1 ? first : first.sibling(first.path() + "." + number);
    }

    /** Returns the name under which a file or a directory is sent before it is renamed. */
    public static FileId sent(ExtendPlan plan, FileId file) {
        return named(plan, file, SENT);
    }

    private static FileId named(ExtendPlan plan, FileId file, String ending) {
        return file.sibling(file.path() + ending + plan.planId().substring(0, 8));
    }

    /** Returns the files without those that a run of any plan has left. */
    public static ClusterFiles without(ClusterFiles files) {
        return files.withoutAll(file -> NAME.matcher(file.path()).find());
    }
}
