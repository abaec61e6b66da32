package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads any number of files of a host with one ssh call. The host prints each file in Base64 with its hash, between
 * lines that begin with a random mark. The reader can therefore ignore output of login scripts, and notices a broken
 * connection or a file that changes while it is read.
 *
 * @param files the bytes of each file that was read, by its path
 * @param unread the reason for each requested file or directory that was not read, by its path
 * @param notTaken the number of entries of each directory that were not read, by its path
 */
record Fetch(Map<String, byte[]> files, Map<String, Reason> unread, Map<String, Integer> notTaken) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long MOST_BYTES = ReadLimits.defaults().maxFileBytes();

    /** The reasons why a path was not read. */
    enum Reason {
        /** The file or directory does not exist. */
        MISSING,
        /** The path is not a file, or this account may not read it. */
        UNREADABLE,
        /** The file is larger than dmdsc reads. */
        LARGE,
        /** The path is in a requested directory and is a link to nothing, a pipe, a socket or a device. */
        SPECIAL
    }

    /**
     * The request for one call.
     *
     * @param files the paths of files
     * @param directories the paths of directories, without a slash at the end; their files {@code *.ini} are read
     * @param mark the random text at the start of each line that is not content
     */
    record Query(List<String> files, List<String> directories, String mark) {
        static Query of(List<String> files, List<String> directories) {
            return new Query(files, directories, "dmdsc-" + Long.toHexString(RANDOM.nextLong() | Long.MIN_VALUE));
        }

        boolean isEmpty() {
            return files.isEmpty() && directories.isEmpty();
        }

        /** Returns the shell command that prints the files. */
        String command() {
            // The empty line ends an unfinished last line of a login script.
            return "echo; LC_ALL=C; export LC_ALL; i=0; g=\n"
                    + "m() { b=; test -z \"$g\" || b=$(printf %s \"$g\" | base64 | tr -d '\\n'); echo \"" + mark
                    + " $i $1 $b $2\"; }\n"
                    + "e() { if test -f \"$1\" && test -r \"$1\"; then h=$(sha256sum <\"$1\"); m FILE \"${h%% *}\";"
                    + " head -c " + (MOST_BYTES + 1) + " <\"$1\" | base64;"
                    + " elif test -e \"$1\"; then m UNREADABLE; else m MISSING; fi; }\n"
                    + loop(files, "e \"$f\"")
                    + loop(
                            directories,
                            "n=0; if cd -- \"$f\" 2>/dev/null; then for g in *.[iI][nN][iI]; do"
                                    + " if test -f \"$g\"; then n=$((n+1)); e \"./$g\"; elif test ! -d \"$g\" &&"
                                    + " { test -e \"$g\" || test -h \"$g\"; }; then n=$((n+1)); m SPECIAL; fi; done;"
                                    + " g=; m LEFT $(($(ls -A | wc -l)-n));"
                                    + " else e \"$f\"; fi")
                    + "echo \"" + mark + " END\"";
        }

        private static String loop(List<String> paths, String each) {
            return paths.isEmpty()
                    ? ""
                    : "for f in " + RunWords.command(paths) + "; do " + each + "; i=$((i+1)); done\n";
        }

        private String path(int index, String name) {
            return index < files.size()
                    ? files.get(index)
                    : directories.get(index - files.size()) + (name.isEmpty() ? "" : "/" + name);
        }

        /** Returns the bytes of the only requested file; empty if it was not read completely. */
        Optional<byte[]> file(Ssh.Result ran) {
            return Optional.of(ran)
                    .filter(Ssh.Result::succeeded)
                    .flatMap(each -> read(each.output()))
                    .flatMap(fetch -> Optional.ofNullable(fetch.files().get(files.get(0))));
        }

        /** Returns the reason why the only requested file was not read; empty if the output does not tell it. */
        Optional<Reason> unread(Ssh.Result ran) {
            return Optional.of(ran)
                    .filter(Ssh.Result::succeeded)
                    .flatMap(each -> read(each.output()))
                    .flatMap(fetch -> Optional.ofNullable(fetch.unread().get(files.get(0))));
        }

        /** Reads the output of the command. Returns empty if the output is incomplete or damaged. */
        Optional<Fetch> read(String output) {
            Fetch fetch = new Fetch(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
            List<String> block = new ArrayList<>();
            boolean ended = false;
            try {
                for (String line : output.split("\r?\n", -1)) {
                    if (line.startsWith(mark + " ")) {
                        fetch.take(this, block);
                        block.clear();
                        ended |= line.equals(mark + " END");
                    }
                    // Lines before the first mark come from a login script.
                    if (!ended && (line.startsWith(mark + " ") || !block.isEmpty())) {
                        block.add(line);
                    }
                }
                return ended ? Optional.of(fetch) : Optional.empty();
            } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
                return Optional.empty();
            }
        }
    }

    private void take(Query query, List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        String[] head = block.get(0).split(" ", -1);
        String name = new String(Base64.getDecoder().decode(head[3]), StandardCharsets.UTF_8);
        String path = query.path(Integer.parseInt(head[1]), name);
        switch (head[2]) {
            case "FILE" -> {
                byte[] content = Base64.getDecoder().decode(String.join("", block.subList(1, block.size())));
                if (content.length > MOST_BYTES) {
                    unread.put(path, Reason.LARGE);
                    return;
                } else if (!Hashes.sha256(content).equals(head[4])) {
                    throw new IllegalArgumentException("changed while it was read");
                }
                files.put(path, content);
            }
            case "LEFT" -> notTaken.put(path, Integer.parseInt(head[4]));
            default -> unread.put(path, Reason.valueOf(head[2]));
        }
    }
}
