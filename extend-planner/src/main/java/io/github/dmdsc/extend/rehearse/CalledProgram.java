package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.DcrEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks which program a startup command of the new node calls (R7).
 *
 * @param context the fixed facts of the rehearsal
 * @param kind the process that the command starts
 */
record CalledProgram(PlanContext context, Kind kind) {
    private static final String MARK = "?";

    /**
     * The startup command of an old node.
     *
     * @param number the number of the node
     * @param command the command
     */
    private record Old(int number, StartCommand command) {}

    /** Returns the name of the server for the process and the edition. */
    String server() {
        return kind == Kind.DB ? "dmserver" : context.mirror() ? "dmasmsvrm" : "dmasmsvr";
    }

    boolean isServer(StartCommand command) {
        return command.programName().equals(server());
    }

    /**
     * Whether a startup command calls the right program. If the request gives the command, it must be that one.
     * Otherwise the program must be the one that all old nodes start; if theirs differ, one with the same name. If the
     * request gives the directory of the programs, the server must be in it, unless the old nodes call theirs by a
     * relative path: dmcss then looks for it in its own directory.
     */
    boolean isRight(StartCommand command) {
        ExtendRequest request = context.plan().request();
        Optional<String> given = Optional.ofNullable(request.values().get("dmdcr." + StartCommand.key(kind)));
        if (given.isPresent()) {
            return StartCommand.parse(given.get()).equals(command);
        }
        List<Old> old = old();
        boolean relative = !old.isEmpty()
                && old.stream()
                        .noneMatch(
                                each -> NewNodeFiles.isAbsolute(each.command().program()));
        Optional<String> directory = request.binDirectory().filter(any -> isServer(command) && !relative);
        boolean alike = directory.isEmpty()
                && old.stream().map(each -> each.command().program()).distinct().count() == 1;
        boolean called = old.isEmpty() ? isServer(command) : isCalled(command, old, alike);
        return called
                && directory
                        .map(path -> command.program().startsWith(Values.path(path) + "/"))
                        .orElse(true);
    }

    private List<Old> old() {
        return IntStream.range(0, context.nodes().size())
                .mapToObj(number -> new Old(
                        number,
                        StartCommand.of(
                                context.base()
                                        .get(context.nodes().get(number).dmdcr())
                                        .ini(),
                                kind)))
                .filter(each -> !each.command().isEmpty())
                .toList();
    }

    /**
     * Whether the program is that of an old node. A script may have a name for each node, which contains a name, an
     * address or a number of the node. Then the new node's script has a name of its own, which differs from the others
     * in these only.
     *
     * @param whole whether to compare the directory too
     */
    private boolean isCalled(StartCommand command, List<Old> old, boolean whole) {
        String fresh = text(command, whole);
        List<String> texts =
                old.stream().map(each -> text(each.command(), whole)).toList();
        boolean equal = texts.stream().distinct().count() == 1;
        if (texts.contains(fresh)) {
            return equal || !isOfNode(old.get(texts.indexOf(fresh)), fresh);
        }
        return (!equal || context.nodes().size() == 1)
                && IntStream.range(0, old.size())
                        .anyMatch(i -> forms(fresh, ofNewNode(), !equal)
                                .anyMatch(forms(texts.get(i), of(old.get(i).number()), !equal)
                                        .toList()::contains));
    }

    private static String text(StartCommand command, boolean whole) {
        return whole ? command.program() : command.programName();
    }

    private boolean isOfNode(Old node, String text) {
        return forms(text, of(node.number()), true).anyMatch(form -> !form.equals(text));
    }

    /**
     * Returns a text with a mark for each name of a node and for each number, and the text with a mark for each number
     * only: a number may continue although the request gives another name.
     */
    private static Stream<String> forms(String text, List<String> names, boolean numbers) {
        String marked = text;
        for (String name : names) {
            marked = Pattern.compile(Pattern.quote(name) + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE)
                    .matcher(marked)
                    .replaceAll(Matcher.quoteReplacement(MARK));
        }
        return Stream.of(marked, text).map(form -> numbers ? form.replaceAll("[0-9]+", MARK) : form);
    }

    /** Returns the names and addresses of an old node, the longest first. */
    private List<String> of(int number) {
        List<String> names = new ArrayList<>(context.addresses().of(number));
        for (Kind each : Kind.values()) {
            context.old().endpoint(each, number).ifPresent(endpoint -> names.add(endpoint.get(DcrEndpoint.NAME)));
        }
        return longestFirst(names);
    }

    private List<String> ofNewNode() {
        List<String> names = new ArrayList<>(context.addresses().ofNewNode());
        for (Kind each : Kind.values()) {
            names.add(context.newName(each));
        }
        return longestFirst(names);
    }

    private static List<String> longestFirst(List<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
