package com.example.planner;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterDirectory;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Plans a node for each posted request. */
@SpringBootApplication
@RestController
class PlannerService {
    private final Path cluster;

    PlannerService(@Value("${cluster}") String cluster) {
        this.cluster = Path.of(cluster);
    }

    public static void main(String[] arguments) {
        SpringApplication.run(PlannerService.class, arguments);
    }

    @PostMapping(path = "/plans", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> plan(@RequestBody ExtendRequest request) {
        return ExtendPlanner.plan(ClusterDirectory.read(cluster), request).accept(new PlanResult.Visitor<>() {
            @Override
            public ResponseEntity<Object> planned(PlanResult.Planned result) {
                return ResponseEntity.ok(PlanJson.write(result.plan(), result.rehearsal()));
            }

            @Override
            public ResponseEntity<Object> alreadyExtended(PlanResult.AlreadyExtended result) {
                return ResponseEntity.noContent().build();
            }

            @Override
            public ResponseEntity<Object> needsInput(PlanResult.NeedsInput result) {
                return ResponseEntity.status(422)
                        .body(result.questions().stream().map(Question::attribute).toList());
            }

            @Override
            public ResponseEntity<Object> rejected(PlanResult.Rejected result) {
                return ResponseEntity.status(422)
                        .body(result.findings().stream().map(finding -> finding.message().en()).toList());
            }
        });
    }
}
