package io.github.dmdsc.extend.guides;

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

/** The code of README.md. */
public final class ReadmeProgram {
    private ReadmeProgram() {}

    public static void main(String[] arguments) {
        // tag::plan[]
        Read<ClusterFiles> read = ClusterDirectory.read(Path.of("docs/examples/two-node"));
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
                .logSize(Megabytes.of(256))
                .build();
        PlanResult result = ExtendPlanner.plan(read, request);
        if (result instanceof PlanResult.Planned planned) {
            System.out.println(Runbook.of(planned, Locale.ENGLISH));
        }
        // end::plan[]
    }
}
