package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.regex.Pattern;

/** What a run leaves beside the files of a cluster: the files that it replaced, and those that it sent and did not place. */
public final class Asides {
    private static final String REPLACED = ".before-";
    private static final String SENT = ".new-";
    private static final Pattern NAME = Pattern.compile("\\.(?:before|new)-[0-9a-f]{8}(?:/|$)");

    private Asides() {}

    /** Where the file stays that this one replaces. */
    static FileId replaced(ExtendPlan plan, FileId file) {
        return named(plan, file, REPLACED);
    }

    /** Under which name a file or a directory is sent. */
    static FileId sent(ExtendPlan plan, FileId file) {
        return named(plan, file, SENT);
    }

    private static FileId named(ExtendPlan plan, FileId file, String ending) {
        return file.sibling(file.path() + ending + plan.planId().substring(0, 8));
    }

    /** The files without those that a run has left beside them. */
    public static ClusterFiles without(ClusterFiles files) {
        ClusterFiles left = files;
        for (FileId file : files.ids()) {
            if (NAME.matcher(file.path()).find()) {
                left = left.without(file);
            }
        }
        return left;
    }
}
