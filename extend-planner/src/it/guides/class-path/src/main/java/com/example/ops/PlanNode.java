package com.example.ops;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.check.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Plans a node and writes the plan into a directory. */
final class PlanNode {
    private PlanNode() {}

    static ExtendRequest request() {
        return ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
                .logSize(Megabytes.of(256))
                .build();
    }

    static String plan(ClusterFiles files, ExtendRequest request, Path out) {
        return ExtendPlanner.plan(files, request).accept(new PlanResult.Visitor<>() {
            @Override
            public String planned(PlanResult.Planned result) {
                PlanDirectory directory = PlanDirectory.of(result, files, Locale.ENGLISH);
                List<Finding> written = AtomicDirectory.write(directory.content(), directory.modes(), out);
                boolean refused = written.stream().anyMatch(Finding::isBlocking);
                return refused ? written.toString() : "planned " + result.plan().planId();
            }

            @Override
            public String alreadyExtended(PlanResult.AlreadyExtended result) {
                return "already extended";
            }

            @Override
            public String needsInput(PlanResult.NeedsInput result) {
                return "asks for " + result.questions().stream().map(Question::attribute).toList();
            }

            @Override
            public String rejected(PlanResult.Rejected result) {
                return "rejected: " + result.findings();
            }
        });
    }
}
