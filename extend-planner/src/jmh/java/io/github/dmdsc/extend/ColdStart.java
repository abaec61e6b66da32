package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures whole processes in rounds, with each kind once per round: a JVM that only loads Jackson, and {@code dmdsc
 * plan} on the shipped example, as it is and with an archive of its loaded classes. Prints the medians in milliseconds.
 */
public final class ColdStart {
    private static final int ROUNDS = 11;

    private ColdStart() {}

    /** The process to compare with: loads Jackson, reads a short text and prints it. */
    public static final class OnlyJackson {
        private OnlyJackson() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(new ObjectMapper().readTree("{\"nodes\":[0,1]}"));
        }
    }

    /**
     * Measures the processes.
     *
     * @param arguments dmdsc.jar, the cluster's directory, and the other options of {@code dmdsc plan}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("cold");
        Path out = scratch.resolve("plan");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = OnlyJackson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<String> jackson = List.of("-cp", arguments[0] + ":" + classes, OnlyJackson.class.getName());
        List<String> plan = new ArrayList<>(List.of("-jar", arguments[0], "plan"));
        plan.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        plan.addAll(List.of("--out", out.toString()));
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("only Jackson", jackson);
        kinds.put("dmdsc plan", plan);
        kinds.put("dmdsc plan, class archive", archived(java, scratch.resolve("plan.jsa"), plan, out));
        List<String> quick = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        quick.addAll(kinds.get("dmdsc plan, class archive"));
        kinds.put("dmdsc plan, class archive, C1 and serial GC", quick);

        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                times.computeIfAbsent(kind.getKey(), name -> new ArrayList<>()).add(run(java, kind.getValue(), out));
            }
        }
        times.forEach((kind, all) -> {
            all.sort(Comparator.naturalOrder());
            System.out.printf("%-45s %5d ms (%d to %d)%n", kind, all.get(ROUNDS / 2), all.get(0), all.get(ROUNDS - 1));
        });
        delete(scratch);
    }

    private static List<String> archived(String java, Path archive, List<String> arguments, Path out)
            throws IOException, InterruptedException {
        List<String> making = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + archive));
        making.addAll(arguments);
        run(java, making, out);
        List<String> using = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive));
        using.addAll(arguments);
        return using;
    }

    private static long run(String java, List<String> arguments, Path out) throws IOException, InterruptedException {
        delete(out);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + command);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void delete(Path top) throws IOException {
        if (Files.exists(top)) {
            try (Stream<Path> all = Files.walk(top)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
