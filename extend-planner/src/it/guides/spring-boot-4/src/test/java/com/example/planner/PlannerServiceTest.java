package com.example.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class PlannerServiceTest {
    private static final String CLUSTER = System.getenv().getOrDefault("CLUSTER", "cluster");
    private static final String COMPLETE = """
            {"host": "10.0.2.103", "serviceHost": "192.168.56.103", "logSize": 256,
             "logFiles": ["+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log"]}
            """;

    private static HttpResponse<String> post(String port, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/plans"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_request_that_is_posted_is_planned_and_what_is_missing_is_asked_for() throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                PlannerService.class, "--server.port=0", "--cluster=" + CLUSTER)) {
            String port = context.getEnvironment().getProperty("local.server.port");

            HttpResponse<String> planned = post(port, COMPLETE);
            assertEquals(200, planned.statusCode(), planned.body());
            assertTrue(planned.body().contains("\"planId\""), planned.body());

            HttpResponse<String> asked = post(port, "{\"host\": \"10.0.2.103\"}");
            assertEquals(422, asked.statusCode());
            assertTrue(asked.body().contains("logFiles"), asked.body());
        }
    }

    @Test
    void nothing_is_planned_if_the_files_cannot_be_read() throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                PlannerService.class, "--server.port=0", "--cluster=" + CLUSTER + "/missing")) {
            HttpResponse<String> refused =
                    post(context.getEnvironment().getProperty("local.server.port"), COMPLETE);
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("missing"), refused.body());
        }
    }
}
