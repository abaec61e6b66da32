package com.example.ops;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.render.Runbook;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.check.Read;
import java.nio.file.Path;
import java.util.Locale;

/** Prints the runbook of an extension. */
public final class Ops {
    private Ops() {}

    /** The argument is the directory of the collected files. */
    public static void main(String[] arguments) {
        PlanResult result = plan(ClusterDirectory.read(Path.of(arguments[0])));
        System.out.println(
                result instanceof PlanResult.Planned planned
                        ? Runbook.of(planned, Locale.ENGLISH)
                        : result.findings().toString());
    }

    static PlanResult plan(Read<ClusterFiles> read) {
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
                .logSize(Megabytes.of(256))
                .build();
        return ExtendPlanner.plan(read, request);
    }
}
