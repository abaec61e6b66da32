package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.base.HostPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Infers ARCH_INCOMING_PATH, the directory of a REMOTE archive. In current editions it is the LOCAL directory of the
 * instance whose archives it holds, on storage that both instances reach. In older editions it is a directory of the
 * receiving instance.
 */
final class IncomingPaths {
    private final Inference infer;
    private final List<DmArch> files;
    private final List<ArchiveInference.Pair> pairs;
    private final Substitution substitution;
    private final List<Evidence> seen = new ArrayList<>();
    private final List<ArchiveInference.Pair> placed = new ArrayList<>();
    private final Map<Optional<String>, Set<String>> suggested = new HashMap<>();

    IncomingPaths(Inference infer, List<DmArch> files, List<ArchiveInference.Pair> pairs, Substitution substitution) {
        this.infer = infer;
        this.files = files;
        this.pairs = pairs;
        this.substitution = substitution;
        for (ArchiveInference.Pair pair : pairs) {
            pair.archive().incomingPath().ifPresent(path -> {
                seen.add(new Evidence(pair.archive().origin().at(DmArchive.INCOMING_PATH), path.text()));
                placed.add(pair);
            });
        }
    }

    /** Returns the directory in which the new node keeps the archives of an existing node. */
    Optional<String> ofTheNewNode(String family, int sender) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> shared = sharedSection();
        if (shared.isPresent()) {
            return local(files.get(sender).archives(), shared.get()).map(path -> infer.derived(family, path, seen));
        }
        Map<String, String> names = new LinkedHashMap<>(substitution.fresh());
        Substitution.name(names, DmArchive.DESTINATION, name(sender));
        Substitution ends = ends(names, substitution.awaited());
        if (ends.waits(texts())) {
            return Optional.empty();
        }
        return byNames(family, ends)
                .or(() -> ofReceivers()
                        .map(paths -> infer.ownText(family, paths))
                        .orElseGet(() -> ofSenders()
                                .map(paths -> Optional.of(
                                        infer.derived(family, paths.get(sender).value(), seen)))
                                .orElseGet(() -> asked(family, Optional.empty(), nextOfReceivers(), name(sender)))));
    }

    /** Returns the directory in which an existing node keeps the new node's archives. */
    Optional<String> onANode(String family, int receiver, Optional<String> newName, List<DmArchive> locals) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> shared = sharedSection();
        if (shared.isPresent()) {
            return local(locals, shared.get()).map(path -> infer.derived(family, path, seen));
        }
        Map<String, String> names = new LinkedHashMap<>(substitution.known().get(receiver));
        newName.ifPresent(name -> Substitution.name(names, DmArchive.DESTINATION, name));
        Substitution ends =
                ends(names, newName.isPresent() ? Set.of() : Set.copyOf(Substitution.cases(DmArchive.DESTINATION)));
        if (ends.waits(texts())) {
            return Optional.empty();
        }
        Optional<String> first = firstOf(receiver);
        return byNames(family, ends)
                .or(() -> ofReceivers()
                        .map(paths -> Optional.of(
                                infer.derived(family, paths.get(receiver).value(), seen)))
                        .orElseGet(() -> ofSenders()
                                .map(paths -> infer.ownText(family, paths))
                                .orElseGet(
                                        () -> asked(family, Optional.of(name(receiver)), first, newName.orElse("")))));
    }

    /** Whether every REMOTE archive is the LOCAL archive of its instance, on storage that both instances reach. */
    boolean areShared() {
        return sharedSection().isPresent();
    }

    /**
     * Returns the section of the LOCAL archives whose directories the REMOTE archives use; empty if they do not all use
     * one.
     */
    private Optional<String> sharedSection() {
        Set<String> sections = new HashSet<>();
        for (ArchiveInference.Pair pair : placed) {
            String path =
                    HostPaths.normal(pair.archive().incomingPath().orElseThrow().text());
            Optional<DmArchive> local = sender(pair).stream()
                    .flatMap(node -> files.get(node).archives().stream())
                    .filter(archive -> !archive.isOfType(ArchiveType.REMOTE))
                    .filter(archive -> archive.destination()
                            .filter(directory -> HostPaths.normal(directory).equals(path))
                            .isPresent())
                    .findFirst();
            sections.add(local.map(archive -> archive.section().toUpperCase(Locale.ROOT))
                    .orElse(""));
        }
        return sections.size() == 1 && !placed.isEmpty() && placed.size() == pairs.size()
                ? sections.stream().filter(section -> !section.isEmpty()).findFirst()
                : Optional.empty();
    }

    private static Optional<String> local(List<DmArchive> archives, String section) {
        return archives.stream()
                .filter(archive -> archive.section().equalsIgnoreCase(section))
                .findFirst()
                .flatMap(DmArchive::destination);
    }

    private Optional<Integer> sender(ArchiveInference.Pair pair) {
        for (int node = 0; node < files.size(); node++) {
            if (ArchiveInference.upper(Optional.of(name(node))).equals(pair.sender())) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private Substitution ends(Map<String, String> names, Set<String> awaited) {
        return new Substitution(
                placed.stream().map(ArchiveInference.Pair::names).toList(), names, awaited);
    }

    private List<String> texts() {
        return Spelling.of(seen);
    }

    /**
     * Returns the directory that follows from the names of both instances, or the one directory of all archives; empty
     * if there is neither.
     */
    private Optional<String> byNames(String family, Substitution ends) {
        // If there are two nodes, each keeps the archives of one other node. Only more nodes can show that one
        // directory holds the archives of several.
        return ends.apply(infer, family, seen)
                .or(() -> files.size() > 2 && ends.keeps(texts()) ? infer.text(family, seen) : Optional.empty());
    }

    /**
     * Returns the one directory of each receiving node, if each keeps all archives in one. Two nodes cannot show this.
     */
    private Optional<List<Evidence>> ofReceivers() {
        return constant(pair -> pair.receiver());
    }

    /**
     * Returns the one directory for the archives of each instance, whichever node keeps them. Two nodes cannot show
     * this.
     */
    private Optional<List<Evidence>> ofSenders() {
        return constant(pair -> sender(pair).orElse(-1));
    }

    private Optional<List<Evidence>> constant(ToIntFunction<ArchiveInference.Pair> end) {
        if (files.size() < 3 || placed.size() != pairs.size()) {
            return Optional.empty();
        }
        List<Evidence> each = new ArrayList<>();
        for (int node = 0; node < files.size(); node++) {
            List<Evidence> own = new ArrayList<>();
            for (int i = 0; i < placed.size(); i++) {
                if (end.applyAsInt(placed.get(i)) == node) {
                    own.add(seen.get(i));
                }
            }
            if (Spelling.of(own).stream().distinct().count() != 1) {
                return Optional.empty();
            }
            each.add(own.get(0));
        }
        return Optional.of(each);
    }

    private Optional<String> firstOf(int receiver) {
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).receiver() == receiver) {
                return Optional.of(seen.get(i).value());
            }
        }
        return Optional.empty();
    }

    private Optional<String> nextOfReceivers() {
        List<String> firsts = new ArrayList<>();
        for (int node = 0; node < files.size(); node++) {
            firstOf(node).ifPresent(firsts::add);
        }
        List<String> spelt = Spelling.unified(firsts);
        boolean equal = spelt.stream().distinct().count() == 1;
        return firsts.size() == files.size()
                ? Inference.next(spelt).or(() -> equal ? Optional.of(firsts.get(0)) : Optional.empty())
                : Optional.empty();
    }

    /** Asks for a directory, and suggests one that is not in use. */
    private Optional<String> asked(String family, Optional<String> member, Optional<String> base, String sender) {
        Optional<String> free = base.filter(path -> !sender.isEmpty()).map(path -> {
            String fresh = path;
            // On another receiving node, a directory with the same name is a different one.
            Set<String> taken = new HashSet<>(suggested.getOrDefault(member, Set.of()));
            seen.forEach(evidence -> taken.add(evidence.value()));
            while (taken.contains(fresh)) {
                fresh += "_" + sender;
            }
            return fresh;
        });
        Optional<String> given = infer.request(family, seen, free, member);
        free.ifPresent(path ->
                suggested.computeIfAbsent(member, any -> new HashSet<>()).add(path));
        return given;
    }

    private String name(int node) {
        return substitution.known().get(node).getOrDefault(DmIni.INSTANCE_NAME, "");
    }
}
